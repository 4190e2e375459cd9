package costwire.extract.name;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.BioCodec;
import org.jspecify.annotations.Nullable;

/**
 * What each word of an article was taken for at first sight, here and at its other places: an
 * article that writes "Silbertal" five times tells where the name begins in "the Freiburg drug
 * maker Silbertal".
 */
final class Usage {
  /** Letters by which the forms of a word that takes endings are known for one. */
  private static final int STEM = 5;

  /** A word's part in a name. */
  private enum Role {
    NONE,
    WHOLE,
    BEGIN,
    INSIDE,
    END
  }

  private final Map<String, Map<Role, Integer>> roles = new HashMap<>();

  /** Takes in a sentence's words and the tags they were given. */
  void add(Wording.Word[] words, String[] tags) {
    for (int i = 0; i < words.length; i++) {
      if (isWord(words[i])) {
        roles
            .computeIfAbsent(key(words[i]), key -> new EnumMap<>(Role.class))
            .merge(role(tags, i), 1, Integer::sum);
      }
    }
  }

  /** The words with what the article makes of them. */
  Wording.Word[] describe(Wording.Word[] words, String[] tags) {
    Wording.Word[] described = new Wording.Word[words.length];
    for (int i = 0; i < words.length; i++) {
      Role here = role(tags, i);
      List<String> marks = new ArrayList<>(words[i].marks());
      marks.add("here" + here);
      if (isWord(words[i])) {
        Role elsewhere = elsewhere(words[i], here);
        marks.add("else" + elsewhere);
        marks.add("here" + here + elsewhere);
      }
      described[i] = words[i].with(marks);
    }
    return described;
  }

  /** What the word is most often at its other places; null if it has none. */
  private @Nullable Role elsewhere(Wording.Word word, Role here) {
    Role most = null;
    int times = 0;
    for (Map.Entry<Role, Integer> entry : roles.getOrDefault(key(word), Map.of()).entrySet()) {
      int others = entry.getValue() - (entry.getKey() == here ? 1 : 0);
      if (others > times) {
        times = others;
        most = entry.getKey();
      }
    }
    return most;
  }

  private static boolean isWord(Wording.Word word) {
    return Character.isLetter(word.norm().charAt(0));
  }

  private static String key(Wording.Word word) {
    String norm = word.norm();
    boolean inflected = norm.length() > STEM && norm.charAt(0) < 0x900;
    return inflected ? norm.substring(0, STEM) : norm;
  }

  private static Role role(String[] tags, int at) {
    if (tags[at].equals(BioCodec.OTHER)) {
      return Role.NONE;
    }
    boolean begins = tags[at].endsWith(BioCodec.START);
    boolean ends = at + 1 == tags.length || !tags[at + 1].endsWith(BioCodec.CONTINUE);
    if (begins) {
      return ends ? Role.WHOLE : Role.BEGIN;
    }
    return ends ? Role.END : Role.INSIDE;
  }
}
