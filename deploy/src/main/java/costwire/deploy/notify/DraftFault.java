package costwire.deploy.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import costwire.deploy.JsonFault;

/** What is wrong with a draft's JSON, in words for whoever wrote it. */
final class DraftFault {
  private DraftFault() {}

  static String words(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown field " + JsonFault.unknown(unknown);
    }
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException ours) {
      return String.valueOf(ours.getMessage());
    }
    if (e instanceof MismatchedInputException wrong) {
      String path = JsonFault.path(wrong);
      return path.isEmpty()
          ? "not a subscription in JSON: it must be an object"
          : "'" + path + "' must be " + JsonFault.wanted(wrong);
    }
    return "not a subscription in JSON: "
        + e.getOriginalMessage().lines().findFirst().orElse("nothing");
  }
}
