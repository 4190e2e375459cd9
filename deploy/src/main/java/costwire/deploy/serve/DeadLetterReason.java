package costwire.deploy.serve;

import java.util.Locale;

/**
 * The kind of a dead letter's reason: a label must not take as many values as there are letters.
 */
final class DeadLetterReason {
  private static final int MAX_WORDS = 4;

  private DeadLetterReason() {}

  /** The reason's first words, without anything that comes from the record itself. */
  static String of(String reason) {
    String head = reason.split("[:(\"'\\[{]", 2)[0];
    String[] words =
        head.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", " ").strip().split(" +", -1);
    StringBuilder kind = new StringBuilder();
    for (int i = 0; i < Math.min(MAX_WORDS, words.length); i++) {
      kind.append(i == 0 ? "" : "-").append(words[i]);
    }
    return kind.isEmpty() ? "unknown" : kind.toString();
  }
}
