package costwire.extract.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Tells a lesson again about others: its invented names are replaced by more invented names of its
 * language, so that what is learned is how names are used and made, not which they are.
 */
final class Renaming {
  private final Map<String, List<String>> pools = new HashMap<>();

  /**
   * @param corpora folders that may hold {@code names/<language>.txt}: a kind, a tab and a name on
   *     each line
   */
  Renaming(List<Path> corpora, Set<String> languages) throws IOException {
    for (Path corpus : corpora) {
      for (String language : languages) {
        read(corpus.resolve("names").resolve(language + ".txt"), language);
      }
    }
  }

  private void read(Path file, String language) throws IOException {
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          String pool = language + line.substring(0, tab);
          pools.computeIfAbsent(pool, p -> new ArrayList<>()).add(line.substring(tab + 1).trim());
        }
      }
    }
  }

  /**
   * The lesson with other names; the lesson itself where there are none.
   *
   * @param keep canonical names that stay
   */
  Lesson told(Lesson lesson, int time, Set<String> keep) {
    Random random = new Random(31L * lesson.id().hashCode() + time);
    Map<String, String> canonical = new LinkedHashMap<>();
    Map<String, String> forms = new LinkedHashMap<>();
    List<Lesson.Name> names = new ArrayList<>();
    for (Lesson.Name name : lesson.known()) {
      List<String> pool = pools.get(lesson.lang() + name.kind());
      if (pool == null || keep.contains(name.name())) {
        names.add(name);
        continue;
      }
      String other =
          canonical.computeIfAbsent(name.name(), n -> pool.get(random.nextInt(pool.size())));
      String form = form(name, other);
      forms.put(name.form(), form);
      names.add(new Lesson.Name(name.kind(), form, other));
    }
    return new Lesson(
        lesson.id(),
        lesson.lang(),
        lesson.part(),
        replaced(lesson.title(), forms),
        replaced(lesson.text(), forms),
        names,
        List.of());
  }

  /** The short form where the old one was: a person's last word, another's first. */
  private static String form(Lesson.Name old, String other) {
    boolean isShort =
        old.name().indexOf(' ') > 0 && old.form().indexOf(' ') < 0 && other.indexOf(' ') > 0;
    if (!isShort) {
      return other;
    }
    return old.kind().equals("person")
        ? other.substring(other.lastIndexOf(' ') + 1)
        : other.substring(0, other.indexOf(' '));
  }

  private static String replaced(String text, Map<String, String> forms) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); ) {
      String longest = "";
      boolean inside = i > 0 && isSpaced(text.charAt(i - 1)) && isSpaced(text.charAt(i));
      for (String form : inside ? Set.<String>of() : forms.keySet()) {
        boolean here = form.length() > longest.length() && text.startsWith(form, i);
        int end = i + form.length();
        boolean cut =
            here
                && end < text.length()
                && isSpaced(text.charAt(end - 1))
                && isSpaced(text.charAt(end));
        longest = here && !cut ? form : longest;
      }
      out.append(longest.isEmpty() ? text.charAt(i) : forms.get(longest));
      i += Math.max(1, longest.length());
    }
    return out.toString();
  }

  /** A letter of a script that parts words by spaces and leaves them whole. */
  private static boolean isSpaced(char c) {
    return Character.isLetterOrDigit(c) && c < 0x590;
  }
}
