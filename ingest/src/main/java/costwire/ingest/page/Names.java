package costwire.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Takes the names of people out of bylines. */
final class Names {
  private static final int LONGEST = 60;
  private static final int MAX_BYLINE = 300;
  private static final int MAX_WORDS = 6;
  private static final int MAX_NAMES = 20;

  /** "By", "Written by", "Von" and so on, as bylines begin. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^(?:"
              + Words.either("bylines.txt", word -> word.endsWith("\u2026"))
              + ")(?=[\\s:：・/／|]|(?<=[文者글]))[\\s:：・/／|]*");

  private static final Pattern TAIL =
      Pattern.compile(
          "\\s*(?:" + Words.either("bylines.txt", word -> word.startsWith("\u2026")) + ")$");

  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[;,/|、，;·•]\\s*|\\s+(?:&|\\+)\\s+|\\s+-\\s+|\\s+[–—]\\s+");
  private static final Pattern AND =
      Pattern.compile("(?iu)\\s+(?:and|und|et|y|e|i|и|та|og|och|en|ve|và|dan|και|و|और|และ|ja)\\s+");
  private static final Pattern EDITS = Pattern.compile("(?iu)编辑|編輯|责编|editing|edited by|редактор");
  private static final Pattern BRACKETS =
      Pattern.compile("\\([^()]{0,80}\\)|\\[[^\\[\\]]{0,80}\\]");

  private static final Set<String> NOBODY = Set.copyOf(Words.of("nobody.txt"));

  private Names() {}

  /**
   * The names in some bylines, each once.
   *
   * @param outlet the publisher, who is not a person; null if unknown
   */
  static List<String> in(List<String> bylines, @Nullable String outlet) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String byline : bylines) {
      for (String part : parts(byline)) {
        String name = name(part);
        if (name == null || name.equalsIgnoreCase(outlet)) {
          continue;
        }
        if (names.size() < MAX_NAMES && seen.add(name.toLowerCase(Locale.ROOT))) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /** Whether a line begins as bylines do. */
  static boolean leads(String line) {
    return LEAD.matcher(line).find();
  }

  /** Whether a name is that of a role or ends in one. */
  static boolean isRole(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return NOBODY.contains(small) || NOBODY.contains(small.substring(small.lastIndexOf(' ') + 1));
  }

  private static List<String> parts(String byline) {
    if (byline.length() > MAX_BYLINE || byline.contains("://")) {
      return List.of();
    }
    RunOfText run = new RunOfText();
    run.append(Parser.unescapeEntities(byline, false), false);
    String text =
        LEAD.matcher(BRACKETS.matcher(run.take()).replaceAll(" ").strip()).replaceFirst("");
    List<String> parts = new ArrayList<>();
    for (String part : BETWEEN.split(text)) {
      String[] both = AND.split(part, MAX_NAMES);
      boolean people = Arrays.stream(both).allMatch(one -> one.indexOf(' ') > 0);
      parts.addAll(people ? List.of(both) : List.of(part));
    }
    return parts;
  }

  /** The name alone; null if it is a role, a place, a date or an address. */
  private static @Nullable String name(String part) {
    String name =
        TAIL.matcher(LEAD.matcher(part.strip()).replaceFirst("")).replaceFirst("").strip();
    boolean short_ = name.length() >= 2 && name.length() <= LONGEST;
    if (!short_ || NOBODY.contains(name.toLowerCase(Locale.ROOT))) {
      return null;
    }
    boolean edits = EDITS.matcher(name).find();
    boolean address = name.indexOf('@') >= 0 || name.contains("www.") || name.contains(".com");
    boolean dated = name.chars().anyMatch(Character::isDigit);
    boolean small = Character.isLowerCase(name.codePointAt(0)) && name.indexOf(' ') < 0;
    boolean sentence = name.split(" ", MAX_WORDS + 1).length > MAX_WORDS;
    return edits || address || dated || small || sentence ? null : name;
  }
}
