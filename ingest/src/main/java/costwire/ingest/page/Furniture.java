package costwire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Short lines that stand around an article or cut through it: its title and its byline again, "Read
 * more", "Photo:", "Advertisement". The phrases are data, in {@code furniture.txt}; a page in a
 * language without phrases is read by its shape alone.
 */
final class Furniture {
  private static final int LONGEST = 160;
  private static final int BYLINE = 90;
  private static final int BIO = 500;
  private static final int AROUND_NAME = 30;
  private static final int AROUND_TITLE = 40;
  private static final char ANY = '\u2026';
  private static final Phrases PHRASES = Phrases.read();

  private final String title;
  private final List<String> authors;

  Furniture(String title, List<String> authors) {
    this.title = title.toLowerCase(Locale.ROOT);
    this.authors = authors.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether a block is no part of the text, by its words. */
  boolean is(Block block) {
    int longest = Math.max(LONGEST, title.length() + AROUND_TITLE);
    if (block.text.length() > longest || block.kind == Block.Kind.TABLE) {
      return false;
    }
    String text = block.text.toLowerCase(Locale.ROOT);
    boolean again = text.equals(title) || (!title.isEmpty() && endsWithTitle(text));
    return again || (text.length() <= LONGEST && (isByline(text) || PHRASES.say(text, block)));
  }

  /** Whether a paragraph begins with its writer's name, as the last one on the writer does. */
  boolean isBio(Block block) {
    String text = block.text.toLowerCase(Locale.ROOT);
    // In an interview a name and a colon begin what its bearer says.
    return block.length < BIO
        && authors.stream().anyMatch(name -> text.startsWith(name) && !text.startsWith(name + ":"));
  }

  /** "14.03.2007 11:20 The title", in one line. */
  private boolean endsWithTitle(String text) {
    return text.endsWith(title)
        && title.length() > 12
        && text.length() <= title.length() + AROUND_TITLE;
  }

  private boolean isByline(String text) {
    if (text.length() > BYLINE) {
      return false;
    }
    String rest = text;
    for (String author : authors) {
      rest = rest.replace(author, "");
    }
    return rest.length() < text.length()
        && rest.length() <= AROUND_NAME
        && rest.chars().noneMatch(c -> c == '"' || c == '?' || c == '\u201c' || c == '\u00ab');
  }

  /** The phrases: whole lines, starts by their first character, ends by their last. */
  private record Phrases(
      Set<String> whole, Map<Character, List<String>> starts, Map<Character, List<String>> ends) {
    static Phrases read() {
      Phrases phrases = new Phrases(new HashSet<>(), new HashMap<>(), new HashMap<>());
      Words.of("furniture.txt").forEach(phrases::add);
      return phrases;
    }

    private void add(String line) {
      if (line.charAt(line.length() - 1) == ANY) {
        String start = line.substring(0, line.length() - 1).strip();
        starts.computeIfAbsent(start.charAt(0), same -> new ArrayList<>()).add(start);
      } else if (line.charAt(0) == ANY) {
        char last = line.charAt(line.length() - 1);
        ends.computeIfAbsent(last, same -> new ArrayList<>()).add(line.substring(1));
      } else {
        whole.add(line);
      }
    }

    boolean say(String text, Block block) {
      if (whole.contains(text)) {
        return true;
      }
      for (String start : starts.getOrDefault(text.charAt(0), List.of())) {
        if (text.startsWith(start) && stands(text, start.length(), block)) {
          return true;
        }
      }
      char last = text.charAt(text.length() - 1);
      return !block.isClosed()
          && ends.getOrDefault(last, List.of()).stream().anyMatch(text::endsWith);
    }

    /** Whether the phrase is more than the beginning of a sentence. */
    private static boolean stands(String text, int at, Block block) {
      if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
      char next = text.charAt(at);
      boolean marked = next == ':' || next == '\uff1a' || next == '|' || next == '\u00bb';
      boolean apart = !Character.isLetterOrDigit(next) || next >= 0x2e80;
      boolean linked = block.linked > 0.2 || text.substring(0, at).split(" ", 4).length == 3;
      return marked || (apart && (linked || (!block.isClosed() && !block.isHeading())));
    }
  }
}
