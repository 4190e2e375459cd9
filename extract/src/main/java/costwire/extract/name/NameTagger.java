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
    for (Span span : CODEC.decode(Arrays.asList(new TagScores(known, words).best()))) {
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
      learner.add(steps(sentences.get(i), names.get(i)));
    }
  }

  /** A sentence as a learner takes it. */
  static List<SequenceLearner.Step> steps(Wording.Word[] words, List<? extends Span> names) {
    List<List<Features>> alone = new ArrayList<>();
    for (int word = 0; word < words.length; word++) {
      alone.add(Stream.generate(Features::new).limit(Trait.BUNDLES).toList());
    }
    Facet.each(words, (facet, at) -> facet.traits().forEach(trait -> scatter(trait, at, alone)));
    String[] outcomes = outcomes(words, names);
    List<SequenceLearner.Step> steps = new ArrayList<>();
    for (int word = 0; word < words.length; word++) {
      steps.add(new SequenceLearner.Step(alone.get(word), behind(words, word), outcomes[word]));
    }
    return steps;
  }

  /** Adds what a word's trait says of it and of its neighbours, whatever tag stands before. */
  private static void scatter(Trait trait, int at, List<List<Features>> alone) {
    List<Features> groups = trait.groups();
    for (int group = 0; group < groups.size(); group++) {
      int word = at - Trait.offset(trait.place(group));
      boolean seen = trait.place(group) < Trait.behind(0);
      if (seen && word >= 0 && word < alone.size()) {
        alone.get(word).get(trait.bundle(group)).addAll("", groups.get(group));
      }
    }
  }

  /** What holds of a word behind each tag that may stand before it. */
  private static List<Features> behind(Wording.Word[] words, int word) {
    List<Trait> traits = Facet.marked(words[word]).traits();
    List<Features> behind = new ArrayList<>();
    int to = word == 0 ? 1 : Trait.TAGS.size();
    for (int tag = word == 0 ? 0 : 1; tag < to; tag++) {
      Features features = new Features();
      for (Trait trait : traits) {
        List<Features> groups = trait.groups();
        for (int group = 0; group < groups.size(); group++) {
          if (trait.place(group) == Trait.behind(tag)) {
            features.addAll("", groups.get(group));
          }
        }
      }
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
