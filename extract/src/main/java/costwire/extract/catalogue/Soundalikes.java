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

  /** Alphabets whose every vowel is a letter. */
  private static final Set<Character.UnicodeScript> VOWELS =
      Set.of(Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.GREEK);

  private final Map<String, Sounding> bySound = new HashMap<>();
  private final Map<String, Sounding> byLooseSound = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /**
   * Somebody by a sound.
   *
   * @param fewest vowels of any of its names that sound so
   */
  private record Sounding(Named entry, int fewest, int most) {
    Sounding or(Sounding other) {
      return new Sounding(entry, Math.min(fewest, other.fewest), Math.max(most, other.most));
    }

    /** One vowel more or less is a matter of spelling: more of them make another name. */
    boolean mayHave(int vowels) {
      return vowels >= fewest - 1 && vowels <= most + 1;
    }
  }

  /** Takes the names of one Latin word; those that sound alike are left out. */
  void add(Named entry, @Nullable List<String> names) {
    if (names == null || !(entry instanceof Organisation || entry instanceof AiModel)) {
      return;
    }
    for (String name : names) {
      if (name.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
        String sound = Sound.of(name);
        int vowels = Sound.vowels(name);
        Sounding sounding = new Sounding(entry, vowels, vowels);
        add(sound, LEAST, sounding, bySound);
        add(Sound.loose(sound), LEAST_LOOSE, sounding, byLooseSound);
      }
    }
  }

  private void add(String sound, int least, Sounding of, Map<String, Sounding> sounds) {
    Sounding other = sound.length() < least ? null : sounds.get(sound);
    if (other != null && other.entry() != of.entry()) {
      shared.add(sound);
    } else if (sound.length() >= least) {
      sounds.merge(sound, of, Sounding::or);
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
        Sounding named = (loose ? byLooseSound : bySound).get(sound);
        if (named != null
            && !shared.contains(sound)
            && (!VOWELS.contains(script) || named.mayHave(Sound.vowels(form)))) {
          return named.entry();
        }
      }
    }
    return null;
  }
}
