package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.learn.SequenceLearner;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.util.Span;

/**
 * Finds what is written like a name in sentences: the likeliest tags by OpenNLP's maximum entropy
 * models over features that hold in every language, learned from the corpus. It looks twice: the
 * second time it knows what the words were taken for in the whole article.
 */
public final class NameTagger {
  /** The model's name. */
  public static final String MODEL = "name";

  private static final BioCodec CODEC = new BioCodec();

  private final FirstLook firstLook;
  private final TagScores.Known known;

  public NameTagger(FirstLook firstLook, Decider decider) {
    this.firstLook = firstLook;
    this.known = new TagScores.Known(decider);
  }

  /** The one whose models come with the extractor. */
  public static NameTagger standard() {
    return new NameTagger(
        new FirstLook(Decider.standard(FirstLook.MODEL)), Decider.standard(MODEL));
  }

  /** The names of each sentence of an article. */
  public List<List<Span>> tag(List<Passage> passages) {
    return firstLook.at(passages).stream().map(this::tag).toList();
  }

  private List<Span> tag(Wording.Word[] words) {
    List<Span> names = new ArrayList<>();
    for (Span span : CODEC.decode(Arrays.asList(new TagScores(known, words).best(words)))) {
      names.add(new Span(words[span.getStart()].from(), words[span.getEnd() - 1].to()));
    }
    return names;
  }

  /** A name goes on only where one is. */
  static boolean mayFollow(String before, String tag) {
    return !tag.endsWith(BioCodec.CONTINUE)
        || before.endsWith(BioCodec.START)
        || before.endsWith(BioCodec.CONTINUE);
  }

  /**
   * Collects articles whose names are known.
   *
   * @param smoothing weight of the L2 prior
   * @param least in how many articles a feature must occur to count
   */
  public static SequenceLearner learner(double smoothing, int least) {
    List<String> tags = Trait.TAGS.subList(1, Trait.TAGS.size());
    return new SequenceLearner(tags, NameTagger::mayFollow, Trait.TAGS.get(0), smoothing, least);
  }

  /** Adds an article whose names are known to what is learned for the first look. */
  public static void teach(
      SequenceLearner learner, List<Passage> passages, List<? extends List<? extends Span>> names) {
    teach(Wording.of(passages), names, learner);
  }

  /**
   * Adds an article whose names are known to what is learned for the second look.
   *
   * @param firstLook one that has not learned from the article
   */
  public static void teach(
      SequenceLearner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> names,
      FirstLook firstLook) {
    teach(firstLook.at(passages), names, learner);
  }

  private static void teach(
      List<Wording.Word[]> sentences,
      List<? extends List<? extends Span>> names,
      SequenceLearner learner) {
    learner.nextArticle();
    for (int i = 0; i < sentences.size(); i++) {
      Wording.Word[] words = sentences.get(i);
      String[] outcomes = outcomes(words, names.get(i));
      List<List<Features>> features = new ArrayList<>();
      for (int word = 0; word < words.length; word++) {
        features.add(Stream.generate(Features::new).limit(Trait.BUNDLES).toList());
      }
      Trait.gather(
          words,
          (trait, group, word) ->
              features.get(word).get(trait.bundle(group)).addAll("", trait.groups().get(group)));
      List<SequenceLearner.Step> steps = new ArrayList<>();
      for (int word = 0; word < words.length; word++) {
        steps.add(
            new SequenceLearner.Step(features.get(word), behind(words, word), outcomes[word]));
      }
      learner.add(steps);
    }
  }

  /** What holds of a word behind each tag that may stand before it. */
  private static List<Features> behind(Wording.Word[] words, int word) {
    List<Features> behind = new ArrayList<>();
    int to = word == 0 ? 1 : Trait.TAGS.size();
    for (int tag = word == 0 ? 0 : 1; tag < to; tag++) {
      Features features = new Features();
      Trait.gather(
          words, word, tag, (trait, group, at) -> features.addAll("", trait.groups().get(group)));
      behind.add(features);
    }
    return behind;
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
              : Trait.NAME + (name.equals(last) ? BioCodec.CONTINUE : BioCodec.START);
      last = name;
    }
    return outcomes;
  }
}
