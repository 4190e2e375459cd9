package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.List;

/** An article's words with what they are taken for at first sight. */
public final class FirstLook {
  /** The model's name. */
  public static final String MODEL = "glance";

  private final TagScores.Known known;

  public FirstLook(Decider decider) {
    this.known = new TagScores.Known(decider);
  }

  /** The words of each sentence, with what the article makes of them. */
  List<Wording.Word[]> at(List<Passage> passages) {
    List<Wording.Word[]> words = Wording.of(passages);
    List<String[]> tags =
        words.stream().map(sentence -> new TagScores(known, sentence).best()).toList();
    Usage usage = new Usage();
    for (int i = 0; i < words.size(); i++) {
      usage.add(words.get(i), tags.get(i));
    }
    List<Wording.Word[]> seen = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      seen.add(usage.describe(words.get(i), tags.get(i)));
    }
    return seen;
  }
}
