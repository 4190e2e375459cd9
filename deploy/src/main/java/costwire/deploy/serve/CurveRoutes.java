package costwire.deploy.serve;

import costwire.aggregate.Curve;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code /api/estimates/{companyId}/curves}: the posterior of each line, to be drawn. */
final class CurveRoutes implements Routes {
  /** The arithmetic behind a curve. */
  @FunctionalInterface
  interface Drawing {
    List<Curve> curves(String companyId, Collection<Claim> claims, @Nullable Instant asOf);
  }

  /** Companies that are looked at again and again; each has some forty kilobytes. */
  private static final int KEPT = 1_000;

  /** What a drawing is of; another estimate means another one. */
  private record Subject(String company, @Nullable Instant asOf, long version) {}

  /** Drawings at once; each takes a processor for some milliseconds. */
  private static final int PENS = 2;

  /** For others to be done. */
  static final int PATIENCE_SECONDS = 2;

  private final Semaphore pens = new Semaphore(PENS);
  private final ReadModel model;
  private final Drawing drawing;
  private final Map<Subject, JsonParts> drawn =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, JsonParts> eldest) {
          return size() > KEPT;
        }
      };

  CurveRoutes(ReadModel model, Drawing drawing) {
    this.model = model;
    this.drawing = drawing;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get("/api/estimates/{companyId}/curves", this::of, "asOf"));
  }

  private void of(Query query) throws InterruptedException {
    String company = query.context().pathParam("companyId");
    Instant asOf = query.until("asOf");
    curves(new Subject(company, asOf, model.version(company))).answer(query.context());
  }

  private JsonParts curves(Subject subject) throws InterruptedException {
    synchronized (drawn) {
      JsonParts known = drawn.get(subject);
      if (known != null) {
        return known;
      }
    }
    if (!pens.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new Problem.Refused(503, "Others are having curves drawn; try again");
    }
    try {
      return draw(subject);
    } finally {
      pens.release();
    }
  }

  private JsonParts draw(Subject subject) {
    String company = subject.company();
    ClaimFilter ofCompany = new ClaimFilter(company, null, null, null, null, null);
    List<Claim> claims = model.claims(ofCompany, null, ReadModel.MAX_CLAIMS);
    List<Curve> curves = drawing.curves(company, claims, subject.asOf());
    if (curves.isEmpty()) {
      throw new Problem.Refused(404, "There is no estimate for '" + Answer.brief(company) + "'");
    }
    JsonPart part = JsonPart.of(Answer.bytes(Map.of("items", curves)));
    JsonParts answer = JsonParts.of(List.of(part));
    synchronized (drawn) {
      drawn.put(subject, answer);
    }
    return answer;
  }
}
