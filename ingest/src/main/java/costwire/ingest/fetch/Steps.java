package costwire.ingest.fetch;

import costwire.ingest.FetchOutcome;
import costwire.ingest.FetchOutcome.Accepted;
import costwire.ingest.FetchOutcome.Failed;
import costwire.ingest.FetchOutcome.Fetched;
import costwire.ingest.FetchOutcome.Gone;
import costwire.ingest.FetchOutcome.PutOff;
import costwire.ingest.FetchOutcome.Refused;

/** How a request ended, in words. */
final class Steps {
  private Steps() {}

  static String words(FetchOutcome outcome) {
    if (outcome instanceof Fetched fetched) {
      return "took "
          + fetched.body().length
          + " bytes of "
          + (fetched.contentType() == null ? "no stated type" : fetched.contentType())
          + (fetched.notice().noIndex() ? ", which X-Robots-Tag wants in no index" : "");
    }
    if (outcome instanceof Refused refused) {
      return "refused: " + refused.reason();
    }
    if (outcome instanceof Failed failed) {
      return "failed: " + failed.reason();
    }
    if (outcome instanceof PutOff off) {
      return "put off: " + off.reason();
    }
    if (outcome instanceof Accepted accepted) {
      return "the form was taken: " + accepted.status();
    }
    return outcome instanceof Gone ? "it is gone" : "what was known is still current";
  }
}
