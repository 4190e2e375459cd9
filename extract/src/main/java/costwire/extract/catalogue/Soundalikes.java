package costwire.extract.catalogue;

import costwire.extract.lexicon.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds an organisation or a model by how its name sounds, where an article writes the name in
 * letters that the catalogue does not list for it.
 */
final class Soundalikes {
  /** Names of fewer consonants sound like too much else. */
  private static final int LEAST = 5;

  private static final int LEAST_LOOSE = 6;

  /** Alphabets that write foreign names as they sound, vowels and all. */
  private static final Set<Character.UnicodeScript> ALPHABETS =
      Set.of(
          Character.UnicodeScript.CYRILLIC,
          Character.UnicodeScript.GREEK,
          Character.UnicodeScript.DEVANAGARI,
          Character.UnicodeScript.BENGALI);

  /** Alphabets of consonants, which have fewer of them. */
  private static final Set<Character.UnicodeScript> CONSONANTS =
      Set.of(Character.UnicodeScript.ARABIC, Character.UnicodeScript.HEBREW);

  private final Map<String, Named> bySound = new HashMap<>();
  private final Map<String, Named> byLooseSound = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /** Takes the names of one Latin word; those that sound alike are left out. */
  void add(Named entry, @Nullable List<String> names) {
    if (names == null || !(entry instanceof Organisation || entry instanceof AiModel)) {
      return;
    }
    for (String name : names) {
      if (name.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
        String sound = Sound.of(name);
        add(sound, LEAST, entry, bySound);
        add(Sound.loose(sound), LEAST_LOOSE, entry, byLooseSound);
      }
    }
  }

  private void add(String sound, int least, Named entry, Map<String, Named> sounds) {
    Named other = sound.length() < least ? null : sounds.putIfAbsent(sound, entry);
    if (other != null && other != entry) {
      shared.add(sound);
    }
  }

  /** Whom a word sounds like that is in no lexicon; null for nobody. */
  @Nullable Named at(Reading reading, int token, List<String> forms) {
    String word = reading.word(token);
    Character.UnicodeScript script = Character.UnicodeScript.of(word.codePointAt(0));
    boolean loose = CONSONANTS.contains(script);
    boolean mayBeName =
        word.length() >= LEAST
            && (loose || ALPHABETS.contains(script))
            && !Character.isLowerCase(word.codePointAt(0))
            && reading.at(token).isEmpty();
    if (mayBeName) {
      for (String form : forms) {
        String sound = loose ? Sound.loose(Sound.of(form)) : Sound.of(form);
        Named named = (loose ? byLooseSound : bySound).get(sound);
        if (named != null && !shared.contains(sound)) {
          return named;
        }
      }
    }
    return null;
  }
}
