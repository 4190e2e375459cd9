package costwire.extract.learn;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Collects sequences that somebody has labelled, and learns to label them. */
public final class SequenceLearner {
  private final List<String> labels;
  private final boolean[][] mayFollow;
  private final boolean[][] mayLead;
  private final double smoothing;
  private final int least;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<IntBuffer, Integer> bundles = new LinkedHashMap<>();
  private final List<Integer> lastSeen = new ArrayList<>();
  private final List<Sequences.Step[]> sequences = new ArrayList<>();
  private final Spread spread = new Spread();
  private int article;

  /**
   * One place of a sequence.
   *
   * @param alone what holds there, whatever label stands before: what comes together elsewhere too
   *     is best kept together, for it is added up once
   * @param behind what holds behind each label, in their order; at the head of a sequence, behind
   *     none, and no more
   * @param label the right one
   */
  public record Step(List<Features> alone, List<Features> behind, String label) {}

  /**
   * @param labels all there are
   * @param mayFollow whether the second label may stand behind the first
   * @param none what {@code mayFollow} calls the absent label before a sequence's head
   * @param smoothing weight of the L2 prior, above 0: the more, the less a rare feature may say
   * @param least in how many articles a feature must occur to count
   */
  public SequenceLearner(
      List<String> labels,
      BiPredicate<String, String> mayFollow,
      String none,
      double smoothing,
      int least) {
    this.labels = List.copyOf(labels);
    this.mayFollow = new boolean[labels.size()][];
    for (int before = 0; before < labels.size(); before++) {
      this.mayFollow[before] = may(mayFollow, labels.get(before));
    }
    this.mayLead = new boolean[][] {may(mayFollow, none)};
    this.smoothing = smoothing;
    this.least = least;
  }

  private boolean[] may(BiPredicate<String, String> mayFollow, String before) {
    boolean[] may = new boolean[labels.size()];
    for (int label = 0; label < may.length; label++) {
      may[label] = mayFollow.test(before, labels.get(label));
    }
    return may;
  }

  /** What follows is from another article. */
  public void nextArticle() {
    article++;
  }

  public void add(List<Step> sequence) {
    Sequences.Step[] steps = new Sequences.Step[sequence.size()];
    for (int i = 0; i < steps.length; i++) {
      Step step = sequence.get(i);
      steps[i] =
          new Sequences.Step(
              bundles(step.alone()),
              bundles(step.behind()),
              i == 0 ? mayLead : mayFollow,
              labels.indexOf(step.label()));
    }
    sequences.add(steps);
  }

  private int[] bundles(List<Features> bundles) {
    return bundles.stream().mapToInt(this::bundle).toArray();
  }

  private int bundle(Features features) {
    String[] names = features.names();
    int[] numbered = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      numbered[i] = numbers.computeIfAbsent(names[i], name -> numbers.size());
    }
    int bundle = bundles.computeIfAbsent(IntBuffer.wrap(numbered), any -> bundles.size());
    if (bundle == lastSeen.size()) {
      lastSeen.add(-1);
    }
    if (lastSeen.set(bundle, article) != article) {
      for (String name : names) {
        spread.see(name, article);
      }
    }
    return bundle;
  }

  /** Learns, in one thread and without chance: the same sequences give the same bytes. */
  public byte[] learn() {
    Spread.Kept kept = spread.inArticles(least, numbers);
    int[][] common =
        bundles.keySet().stream().map(bundle -> kept.of(bundle.array())).toArray(int[][]::new);
    Sequences all = new Sequences(sequences, common, kept.names().length, labels.size());
    return Learner.bytes(
        Fitting.fit(all, all.seen(), kept.names(), labels.toArray(String[]::new), smoothing));
  }
}
