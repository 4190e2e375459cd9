package costwire.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a feed lists it.
 *
 * @param feed address of the feed
 * @param id the feed's own name for it: its GUID, else its address
 * @param url its page, http or https; null if the feed gives none
 * @param title as plain text, possibly empty
 * @param publishedAt null if the feed gives none that can be read
 * @param updatedAt null if the feed gives none that can be read
 * @param authors names, possibly none
 * @param language ISO 639-1 code that the entry or feed states; null if neither does
 * @param summary as plain text, shortened; null if there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeedEntry(
    String feed,
    String id,
    @Nullable String url,
    String title,
    @Nullable Instant publishedAt,
    @Nullable Instant updatedAt,
    List<String> authors,
    @Nullable String language,
    @Nullable String summary) {
  public FeedEntry {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("an entry needs an id or an address");
    }
    title = title == null ? "" : title;
    authors = authors == null ? List.of() : List.copyOf(authors);
  }
}
