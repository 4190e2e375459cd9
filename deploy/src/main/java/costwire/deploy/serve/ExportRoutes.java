package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.EstimateTable;
import costwire.extract.Claim;
import costwire.stream.Json;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code /export}: everything at once, for spreadsheets and programs. */
final class ExportRoutes implements Routes {
  private static final String CSV = "text/csv";
  private static final String LINES = "application/jsonl";

  /** In bytes; the first write decides whether the answer is packed. */
  private static final int BUFFER = 1 << 14;

  private static final byte[] LINE_END = {'\n'};

  private final ReadModel model;

  ExportRoutes(ReadModel model) {
    this.model = model;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/export/estimates.csv", this::estimates).giving(CSV),
        Route.get("/export/claims.csv", this::claimsTable, ClaimRoutes.FILTERS).giving(CSV),
        Route.get("/export/claims.jsonl", this::claimsLines, ClaimRoutes.FILTERS).giving(LINES));
  }

  private void estimates(Query query) {
    byte[] table = EstimateTable.csv(model.estimates()).getBytes(UTF_8);
    named(query.context(), "estimates.csv");
    Answer.state(query.context(), table, CSV + "; charset=utf-8");
  }

  private void claimsTable(Query query) throws IOException {
    List<Claim> claims = claims(query);
    OutputStream out = stream(query.context(), CSV, "claims.csv");
    out.write(ClaimCsv.header().getBytes(UTF_8));
    for (Claim claim : claims) {
      out.write(ClaimCsv.row(claim).getBytes(UTF_8));
    }
    out.flush();
  }

  private void claimsLines(Query query) throws IOException {
    List<Claim> claims = claims(query);
    OutputStream out = stream(query.context(), LINES, "claims.jsonl");
    for (Claim claim : claims) {
      out.write(Json.mapper().writeValueAsBytes(claim));
      out.write(LINE_END);
    }
    out.flush();
  }

  private List<Claim> claims(Query query) {
    return model.claims(ClaimRoutes.filter(query), null, ReadModel.MAX_CLAIMS);
  }

  /** Written as it is read off: many megabytes are in no place at once. */
  private static OutputStream stream(Context context, String type, String file) {
    named(context, file);
    context.contentType(type + "; charset=utf-8").header("Cache-Control", "no-cache");
    return new BufferedOutputStream(context.outputStream(), BUFFER);
  }

  private static void named(Context context, String file) {
    context.header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }
}
