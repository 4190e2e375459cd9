package costwire.deploy.measure;

import costwire.deploy.measure.OpenLoop.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured of the API, and of the bare server under the same load. */
record ApiFigures(
    ApiLoad load, List<Reply> real, List<Reply> bare, Followed stream, Followed bareStream) {
  private static final int MOST_TOLD = 10;

  ApiFigures {
    real = List.copyOf(real);
    bare = List.copyOf(bare);
  }

  /** What went wrong, in words; empty if nothing did. Slowness is no failure. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    wrong(real, "", failures);
    wrong(bare, "bare server: ", failures);
    broken(stream, "", failures);
    broken(bareStream, "bare server: ", failures);
    return failures;
  }

  private static void wrong(List<Reply> replies, String where, List<String> failures) {
    replies.stream()
        .filter(reply -> !reply.isGood())
        .collect(
            Collectors.groupingBy(
                reply -> reply.request().kind() + ": " + reply.reason(),
                TreeMap::new,
                Collectors.counting()))
        .entrySet()
        .stream()
        .limit(MOST_TOLD)
        .forEach(entry -> failures.add(where + entry.getValue() + " x " + entry.getKey()));
  }

  private static void broken(Followed followed, String where, List<String> failures) {
    if (!followed.isWhole()) {
      failures.add(
          where
              + followed.missing()
              + " events missing, "
              + followed.doubled()
              + " received twice, "
              + followed.ended()
              + " clients hung up on");
    }
  }
}
