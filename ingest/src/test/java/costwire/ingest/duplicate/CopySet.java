package costwire.ingest.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles of which is known what is a copy of what: families of five in eight languages. */
final class CopySet {
  /** A text, the family it copies (its own number for a lookalike), and how it was made. */
  record Text(int number, int family, String kind, String language, String text) {
    boolean isLookalike() {
      return family == number && !kind.equals(ORIGINAL);
    }

    boolean isCopyOf(Text other) {
      return family == other.family && number != other.number;
    }
  }

  static final String ORIGINAL = "original";
  private static final int COPIES = 3;

  private CopySet() {}

  static List<Text> of(int size, long seed) {
    Random random = new Random(seed);
    List<Text> texts = new ArrayList<>();
    for (int family = 0; texts.size() < size; family++) {
      String language = Phrases.LANGUAGES.get(family % Phrases.LANGUAGES.size());
      add(texts, language, family, random);
    }
    return texts;
  }

  private static void add(List<Text> texts, String language, int family, Random random) {
    DraftWriter writer = new DraftWriter(Phrases.in(language), random);
    Draft draft = writer.draft();
    List<List<List<String>>> all = new ArrayList<>(draft.paragraphs());
    all.add(writer.about(draft.company()));
    draft = draft.with(all);
    int root = texts.size();
    texts.add(new Text(root, root, ORIGINAL, language, draft.text()));
    for (int copy = 0; copy < COPIES; copy++) {
      Edit edit = Edit.values()[(family * COPIES + copy) % Edit.values().length];
      String text = edit.of(draft, random);
      texts.add(new Text(texts.size(), root, edit.name(), language, text));
    }
    Lookalike like = Lookalike.values()[(family / 2) % Lookalike.values().length];
    int number = texts.size();
    texts.add(new Text(number, number, like.name(), language, like.of(draft, random).text()));
  }
}
