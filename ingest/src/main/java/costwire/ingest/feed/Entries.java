package costwire.ingest.feed;

import costwire.ingest.FeedEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed's entries as they come: bounded in number, each once. */
final class Entries {
  private static final int MAX_ID = 4_096;

  private final List<FeedEntry> entries = new ArrayList<>();

  /** The address under each id. */
  private final Map<String, @Nullable String> known = new HashMap<>();

  /**
   * Takes one in, unless it is there already. An id that a feed gives to several addresses is none.
   *
   * @param id null or blank: its address is
   */
  void add(@Nullable String id, @Nullable String url, Entry entry) {
    String own = id == null || id.isBlank() || id.length() > MAX_ID ? url : id.strip();
    if (own == null || entries.size() >= FeedReader.MAX_ENTRIES) {
      return;
    }
    boolean taken = known.containsKey(own);
    boolean other = taken && url != null && !Objects.equals(known.get(own), url);
    String name = other ? String.valueOf(url) : own;
    if ((!taken || other) && !known.containsKey(name)) {
      known.put(name, url);
      entries.add(entry.named(name));
    }
  }

  List<FeedEntry> list() {
    return List.copyOf(entries);
  }

  /** An entry that waits for its id. */
  @FunctionalInterface
  interface Entry {
    FeedEntry named(String id);
  }
}
