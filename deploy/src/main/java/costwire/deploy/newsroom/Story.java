package costwire.deploy.newsroom;

import java.time.Instant;
import java.util.List;

/**
 * One sample article as its file tells it; the claims annotated beside it are for evaluation only.
 *
 * @param lang BCP 47 tag
 * @param publisher host of its outlet
 * @param text paragraphs parted by a blank line
 */
record Story(
    String id, String lang, String publisher, Instant publishedAt, String title, String text) {
  List<String> paragraphs() {
    return List.of(text.split("\n\n"));
  }
}
