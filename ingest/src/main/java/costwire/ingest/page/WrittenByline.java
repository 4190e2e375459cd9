package costwire.ingest.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article, by a line between its title and its text that is marked by nothing but its
 * words: "By Jane Roe".
 */
final class WrittenByline {
  private static final int LONGEST = 80;

  /** So near the title the line is the article's. */
  private static final int BEHIND = 8;

  /** A standfirst may stand before the byline; no more than that. */
  private static final int PROSE = 2;

  private static final int MAX_WORDS = 5;

  /** Within names, in small letters. */
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el",
          "la", "le", "ter", "van", "von", "y");

  /** Where a reporter was: "／台北報導". */
  private static final Pattern PLACE = Pattern.compile("[\\s／/|]+\\S{0,6}(?:報導|报道|報道)$");

  private WrittenByline() {}

  /**
   * The names in the first such line; none if there is none.
   *
   * @param outlet the publisher, who is not a person; null if unknown
   */
  static List<String> names(List<Block> blocks, String title, @Nullable String outlet) {
    int heading = PageDates.heading(blocks, title);
    int prose = 0;
    for (int i = heading + 1; i < blocks.size() && i <= heading + BEHIND && prose < PROSE; i++) {
      Block block = blocks.get(i);
      prose += block.isProse() ? 1 : 0;
      List<String> names = block.isProse() ? List.of() : names(block.text, outlet);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  static List<String> names(String line, @Nullable String outlet) {
    if (line.length() > LONGEST || !Names.leads(line)) {
      return List.of();
    }
    String byline = PLACE.matcher(line).replaceFirst("");
    return Names.in(List.of(byline), outlet).stream()
        .filter(name -> isPerson(name) && !Names.isRole(name))
        .toList();
  }

  /** A name has a given one and a family's where words have capitals; elsewhere it is short. */
  private static boolean isPerson(String name) {
    List<String> words = List.of(name.split(" ", MAX_WORDS + 1));
    int first = name.codePointAt(0);
    boolean cased = Character.isUpperCase(first) || Character.isLowerCase(first);
    if (!cased) {
      return Character.isLetter(first)
          && words.size() < MAX_WORDS
          && Letters.of(name) <= LONGEST / 2;
    }
    return words.size() >= 2
        && words.size() <= MAX_WORDS
        && words.stream().allMatch(word -> isCapital(word) || PARTICLES.contains(word));
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }
}
