package costwire.extract.catalogue;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The consonants of a name, alike in every alphabet: Stanford, Стенфорд and Στάνφορντ are all
 * {@code stnfrd}. Vowels tell nothing apart; {@linkplain #loose loosely}, neither do letters that
 * Arabic and Hebrew lack or share (b and p, f and v, g and k).
 */
final class Sound {
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

  /** Before a name that begins with a vowel: alphabets agree on that, but for loose ones. */
  private static final String VOWEL = "'";

  /** Letters are few; their Latin ones are looked up once. */
  private static final Map<Character, String> LETTERS = new ConcurrentHashMap<>();

  /** Two Greek letters for a sound that has none of its own. */
  private static final String[][] GREEK = {{"μπ", "b"}, {"ντ", "d"}, {"γκ", "g"}, {"τζ", "j"}};

  private Sound() {}

  /** The consonants of a word or name, behind a mark if it begins with a vowel. */
  static String of(String name) {
    return consonants(latin(name));
  }

  /** How many times a vowel, or several in a row, sounds in a word of Latin, Greek or Cyrillic. */
  static int vowels(String name) {
    int vowels = 0;
    boolean inside = false;
    for (char c : latin(name).toCharArray()) {
      boolean vowel = "aeiouy".indexOf(c) >= 0;
      vowels += vowel && !inside ? 1 : 0;
      inside = vowel;
    }
    return vowels;
  }

  private static String latin(String name) {
    StringBuilder latin = new StringBuilder();
    String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (String[] pair : GREEK) {
      apart = apart.replace(pair[0], pair[1]);
    }
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      latin.append(c < 0x80 ? String.valueOf(c) : LETTERS.computeIfAbsent(c, Sound::latin));
    }
    return latin.toString();
  }

  private static String latin(char c) {
    return LATIN.transliterate(String.valueOf(c));
  }

  private static String consonants(String latin) {
    boolean vowel = latin.isEmpty() || sound(latin.charAt(0), ' ').isEmpty();
    StringBuilder out = new StringBuilder(vowel ? VOWEL : "");
    for (int i = 0; i < latin.length(); i++) {
      char next = i + 1 < latin.length() ? latin.charAt(i + 1) : ' ';
      String sound = sound(latin.charAt(i), next);
      for (int k = 0; k < sound.length(); k++) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != sound.charAt(k)) {
          out.append(sound.charAt(k));
        }
      }
    }
    return out.toString();
  }

  /** The sound without what the letters of Arabic and Hebrew do not tell apart. */
  static String loose(String sound) {
    StringBuilder out = new StringBuilder();
    for (int i = sound.startsWith(VOWEL) ? 1 : 0; i < sound.length(); i++) {
      char c = sound.charAt(i);
      char merged = "bfv".indexOf(c) >= 0 ? 'p' : c == 'd' ? 't' : c == 'g' ? 'k' : c;
      if (out.isEmpty() || out.charAt(out.length() - 1) != merged) {
        out.append(merged);
      }
    }
    return out.toString();
  }

  /** How a letter sounds before another, as far as alphabets agree. */
  private static String sound(char c, char next) {
    return switch (c) {
      case 'b', 'd', 'f', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v' -> String.valueOf(c);
      case 'c' -> next == 'e' || next == 'i' || next == 'y' ? "s" : "k";
      case 'g', 'j' -> "g";
      case 'k', 'q' -> "k";
      case 'x' -> "ks";
      case 'z' -> "s";
      default -> "";
    };
  }
}
