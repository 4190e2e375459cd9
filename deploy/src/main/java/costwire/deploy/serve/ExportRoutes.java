package costwire.deploy.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.aggregate.EstimateTable;
import costwire.extract.Claim;
import costwire.stream.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** {@code /export}: everything at once, for spreadsheets and programs. */
final class ExportRoutes {
  private static final byte[] LINE_END = {'\n'};

  private final ReadModel model;

  ExportRoutes(ReadModel model) {
    this.model = model;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/export/estimates.csv", this::estimates);
    routes.get("/export/claims.csv", this::claimsTable);
    routes.get("/export/claims.jsonl", this::claimsLines);
  }

  private void estimates(Context context) {
    named(context, "text/csv", "estimates.csv");
    context.result(EstimateTable.csv(model.estimates()).getBytes(UTF_8));
  }

  private void claimsTable(Context context) throws IOException {
    List<Claim> claims = claims(context);
    named(context, "text/csv", "claims.csv");
    OutputStream out = context.outputStream();
    out.write(ClaimCsv.header().getBytes(UTF_8));
    for (Claim claim : claims) {
      out.write(ClaimCsv.row(claim).getBytes(UTF_8));
    }
  }

  private void claimsLines(Context context) throws IOException {
    List<Claim> claims = claims(context);
    named(context, "application/jsonl", "claims.jsonl");
    OutputStream out = context.outputStream();
    for (Claim claim : claims) {
      out.write(Json.mapper().writeValueAsBytes(claim));
      out.write(LINE_END);
    }
  }

  private List<Claim> claims(Context context) {
    ClaimFilter filter = ClaimRoutes.filter(new Query(context));
    return model.claims(filter, null, ReadModel.MAX_CLAIMS);
  }

  private static void named(Context context, String type, String file) {
    context
        .contentType(type + "; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"" + file + "\"");
  }
}
