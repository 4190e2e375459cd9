package costwire.aggregate.evidence;

import costwire.aggregate.evidence.Contribution.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The small facts by which one company's evidence is found and counted, each under a key of its own
 * so that a change costs one write, whatever else is known. Keys sort as their facts are read:
 * those of a kind together, mentions and articles by age.
 */
final class EvidenceIndex {
  private static final char MENTION = 'm';
  private static final char HEAD = 'h';
  private static final char RUN = 'u';
  private static final char NAME = 'n';
  private static final char LINE = 'l';
  private static final char TOUCHED = 't';
  private static final char NOTE = 'd';

  private final String company;
  private final Shelf<String> shelf;

  EvidenceIndex(String company, Shelf<String> shelf) {
    this.company = company;
    this.shelf = shelf;
  }

  void putMention(Entry entry) {
    shelf.put(mention(entry), "");
  }

  void deleteMention(Entry entry) {
    shelf.delete(mention(entry));
  }

  private String mention(Entry entry) {
    return mentions(entry) + Mention.key(entry.at()) + '\0' + entry.claim();
  }

  private String mentions(Entry entry) {
    return key(MENTION, entry.line() + '\0' + entry.piece() + '\0');
  }

  /** The oldest mentions of the entry's piece. */
  List<Mention> mentions(Entry entry, int most) {
    List<Mention> first = new ArrayList<>();
    String prefix = mentions(entry);
    shelf.scan(
        prefix,
        (key, none) -> {
          String[] parts = key.substring(prefix.length()).split("\0", 2);
          first.add(new Mention(parts[1], Mention.date(parts[0])));
          return first.size() < most;
        });
    return first;
  }

  /** What {@link #putHead} keeps an article of a story under. */
  String head(String story, String article, @Nullable Instant at) {
    return key(HEAD, story + '\0' + Mention.key(at) + '\0' + article);
  }

  /**
   * Notes who printed an article of a story.
   *
   * @param outlet null: the article is no longer there
   */
  void putHead(String head, @Nullable String outlet) {
    put(head, outlet);
  }

  /** Who was first to print the story, of those whose articles stand; null where none does. */
  @Nullable String outlet(String story) {
    List<String> first = new ArrayList<>();
    shelf.scan(key(HEAD, story + '\0'), (key, outlet) -> !first.add(outlet));
    return first.isEmpty() ? null : first.get(0);
  }

  /** Replaces the lines' runs that an article is in. */
  void runs(String article, Contribution before, Contribution after) {
    before.runs().forEach(line -> shelf.delete(run(line, before.at(), article)));
    after.runs().forEach(line -> shelf.put(run(line, after.at(), article), ""));
  }

  private String run(String line, @Nullable Instant at, String article) {
    return key(RUN, line + '\0' + Mention.key(at) + '\0' + article);
  }

  /** The ids of the articles that tell of a run on the line: the oldest, the undated last. */
  List<String> runs(String line, int most) {
    List<String> articles = new ArrayList<>();
    String prefix = key(RUN, line + '\0');
    shelf.scan(
        prefix,
        (key, none) -> {
          articles.add(key.substring(key.indexOf('\0', prefix.length()) + 1));
          return articles.size() < most;
        });
    return articles;
  }

  void countLine(String line, int more) {
    count(LINE, line, more);
  }

  void countName(String name, int more) {
    count(NAME, name, more);
  }

  private void count(char kind, String of, int more) {
    String key = key(kind, of);
    String known = shelf.get(key);
    int count = (known == null ? 0 : Integer.parseInt(known)) + more;
    put(key, count == 0 ? null : Integer.toString(count));
  }

  /** The lines on which anything is said. */
  Iterable<String> lines() {
    return all(LINE).keySet();
  }

  /** Names of the company, each with how often it is used, at least once. */
  SortedMap<String, Integer> names() {
    SortedMap<String, Integer> names = new TreeMap<>();
    all(NAME).forEach((name, uses) -> names.put(name, Integer.parseInt(uses)));
    return names;
  }

  void touch(String line) {
    String key = key(TOUCHED, line);
    // What is there already needs no other record in the changelog.
    if (shelf.get(key) == null) {
      shelf.put(key, "");
    }
  }

  /** The lines touched since {@link #settle}. */
  Iterable<String> touched() {
    return all(TOUCHED).keySet();
  }

  void settle() {
    touched().forEach(line -> shelf.delete(key(TOUCHED, line)));
  }

  @Nullable String note(String line) {
    return shelf.get(key(NOTE, line));
  }

  /**
   * Notes something of a line.
   *
   * @param note null: nothing
   */
  void note(String line, @Nullable String note) {
    put(key(NOTE, line), note);
  }

  private void put(String key, @Nullable String value) {
    if (value == null) {
      shelf.delete(key);
    } else {
      shelf.put(key, value);
    }
  }

  private SortedMap<String, String> all(char kind) {
    SortedMap<String, String> all = new TreeMap<>();
    String prefix = key(kind, "");
    shelf.scan(
        prefix,
        (key, value) -> {
          all.put(key.substring(prefix.length()), value);
          return true;
        });
    return all;
  }

  private String key(char kind, String rest) {
    return company + '\0' + kind + '\0' + rest;
  }
}
