package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.learn.Learner;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.Span;

/**
 * Finds what is written like a name in sentences: OpenNLP's maximum entropy sequence model over
 * features that hold in every language, learned from the corpus.
 */
public final class NameTagger {
  /** The model's name. */
  public static final String MODEL = "name";

  private static final int BEAM = 3;
  private static final int REACH = 2;
  private static final String NAME = "default-";
  private static final BioCodec CODEC = new BioCodec();

  private final SequenceClassificationModel model;

  public NameTagger(Decider decider) {
    this.model = new BeamSearch(BEAM, decider.model());
  }

  /** The names of each sentence of an article. */
  public List<List<Span>> tag(List<Passage> passages) {
    Wording wording = new Wording(passages);
    List<List<Span>> tagged = new ArrayList<>(passages.size());
    for (Passage passage : passages) {
      tagged.add(tag(wording.describe(passage)));
    }
    return tagged;
  }

  private List<Span> tag(Wording.Word[] words) {
    Sequence best =
        model.bestSequence(
            words,
            new Object[0],
            (index, sequence, outcomes, context) -> context(index, sequence, outcomes).names(),
            (index, sequence, outcomes, outcome) -> isValid(outcomes, index, outcome));
    if (best == null) {
      return List.of();
    }
    double[] probabilities = best.getProbs();
    List<Span> names = new ArrayList<>();
    for (Span span : CODEC.decode(best.getOutcomes())) {
      double probability = 1;
      for (int i = span.getStart(); i < span.getEnd(); i++) {
        probability = Math.min(probability, probabilities[i]);
      }
      names.add(
          new Span(words[span.getStart()].from(), words[span.getEnd() - 1].to(), probability));
    }
    return names;
  }

  private static boolean isValid(String[] outcomes, int index, String outcome) {
    return !outcome.endsWith(BioCodec.CONTINUE)
        || (index > 0 && !outcomes[index - 1].equals(BioCodec.OTHER));
  }

  /** Adds an article whose names are known to what is learned. */
  public static void teach(
      Learner learner, List<Passage> passages, List<? extends List<? extends Span>> names) {
    learner.nextArticle();
    Wording wording = new Wording(passages);
    for (int i = 0; i < passages.size(); i++) {
      Wording.Word[] words = wording.describe(passages.get(i));
      String[] outcomes = outcomes(words, names.get(i));
      for (int index = 0; index < words.length; index++) {
        learner.add(context(index, words, outcomes), outcomes[index]);
      }
    }
  }

  private static String[] outcomes(Wording.Word[] words, List<? extends Span> names) {
    String[] outcomes = new String[words.length];
    Span last = null;
    for (int i = 0; i < words.length; i++) {
      Span word = new Span(words[i].from(), words[i].to());
      Span name = names.stream().filter(word::intersects).findFirst().orElse(null);
      outcomes[i] =
          name == null
              ? BioCodec.OTHER
              : NAME + (name.equals(last) ? BioCodec.CONTINUE : BioCodec.START);
      last = name;
    }
    return outcomes;
  }

  private static Features context(int index, Wording.Word[] words, String[] outcomes) {
    Features features = new Features();
    Wording.Word word = words[index];
    String previous = index > 0 ? outcomes[index - 1] : "^";
    String shape = word.shape();
    features.add("p=" + previous).add("p,s=" + previous + "," + shape);
    for (String own : word.own()) {
      features.add(own).add("s," + shape + own);
    }
    for (int offset = -REACH; offset <= REACH; offset++) {
      int at = index + offset;
      if (at < 0 || at >= words.length) {
        features.add(offset + "edge");
        continue;
      }
      Wording.Word near = words[at];
      features.add(offset + "s" + near.shape());
      for (String mark : near.marks()) {
        features.add(offset + "m" + mark);
        if (offset == 0) {
          features.add("p,m=" + previous + "," + mark).add("s,m=" + shape + mark);
        }
      }
      if (Math.abs(offset) <= 1) {
        features.add(offset + "w" + near.norm());
      }
    }
    if (index > 0) {
      features.add("ss-" + words[index - 1].shape() + "," + shape);
    }
    if (index + 1 < words.length) {
      features.add("ss+" + shape + "," + words[index + 1].shape());
    }
    return features;
  }
}
