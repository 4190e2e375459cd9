package costwire.ingest;

import org.jspecify.annotations.Nullable;

/** One thing read from a file, a page or a stream: an article, or why there is none. */
public sealed interface Reading {
  /** Where it stood, such as {@code articles.jsonl:17}. */
  String place();

  /**
   * @param note what was left out of it and why; null if nothing was
   */
  record Of(Article article, String place, @Nullable String note) implements Reading {}

  /**
   * @param reason why nothing could be read there, in one line without the place
   */
  record Refused(String place, String reason) implements Reading {}
}
