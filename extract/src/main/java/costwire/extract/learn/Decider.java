package costwire.extract.learn;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import org.jspecify.annotations.Nullable;

/** A learned decision among a fixed set of outcomes. */
public final class Decider {
  private final AbstractModel model;
  private final List<String> outcomes = new ArrayList<>();
  private final Map<String, Context> contexts;

  /**
   * What pairs of keys say for the chosen option, by the first and then the second's number: to
   * spell every pair out is slow, and so is to look every second up again for each first.
   */
  private final Map<String, double[]> pairs = new HashMap<>();

  /** The numbers of keys that are a pair's second, from 1: 0 is every other's. */
  private final Map<String, Integer> seconds = new HashMap<>();

  @SuppressWarnings("unchecked") // OpenNLP's second structure of a model is its features' weights
  Decider(AbstractModel model) {
    this.model = model;
    this.contexts = (Map<String, Context>) model.getDataStructures()[1];
    for (int i = 0; i < model.getNumOutcomes(); i++) {
      outcomes.add(model.getOutcome(i));
    }
    if (model.getIndex(Choices.CHOSEN) >= 0) {
      for (String name : contexts.keySet()) {
        int and = name.indexOf(Features.AND);
        if (and > 0) {
          seconds.putIfAbsent(name.substring(and + 1), seconds.size() + 1);
        }
      }
      contexts.forEach(this::pair);
    }
  }

  private void pair(String name, Context context) {
    int and = name.indexOf(Features.AND);
    if (and > 0) {
      pairs
              .computeIfAbsent(name.substring(0, and), first -> new double[seconds.size() + 1])[
              number(name.substring(and + 1))] =
          chosen(context);
    }
  }

  private int number(String second) {
    return seconds.getOrDefault(second, 0);
  }

  /** What something says for the chosen option. */
  private double chosen(Context context) {
    double[] sums = new double[outcomes.size()];
    addWeights(context, sums, 0);
    return sums[model.getIndex(Choices.CHOSEN)];
  }

  /** The model that comes with the extractor: {@code /model/<name>.bin} on the class path. */
  public static Decider standard(String name) {
    try (InputStream in = Decider.class.getResourceAsStream("/model/" + name + ".bin")) {
      if (in == null) {
        throw new IllegalStateException("no model " + name + " on the class path");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model as {@link Learner} writes it. */
  public static Decider read(byte[] bytes) {
    try {
      return new Decider(
          new GenericModelReader(
                  new BinaryFileDataReader(new DataInputStream(new ByteArrayInputStream(bytes))))
              .getModel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How likely each outcome is, in the order of {@link #outcome}. */
  public double[] probabilities(Features features) {
    return model.eval(features.names());
  }

  /** The outcome of an index in {@link #probabilities}. */
  public String outcome(int index) {
    return model.getOutcome(index);
  }

  /** How likely an outcome is, 0 to 1; 0 for one it never saw. */
  public double probability(Features features, String outcome) {
    int index = model.getIndex(outcome);
    return index < 0 ? 0 : probabilities(features)[index];
  }

  /** Among options, how many times likelier one is chosen than one that nothing is known of. */
  public double odds(Features features) {
    double[] sums = new double[outcomes.size()];
    for (String name : features.single()) {
      addWeights(contexts.get(name), sums, 0);
    }
    double sum = sums[model.getIndex(Choices.CHOSEN)];
    List<String> keys = features.keys();
    int[] numbers = keys.stream().mapToInt(this::number).toArray();
    for (int i = 0; i < numbers.length; i++) {
      double[] with = pairs.get(keys.get(i));
      for (int j = i + 1; with != null && j < numbers.length; j++) {
        sum += with[numbers[j]];
      }
    }
    return StrictMath.exp(sum);
  }

  private static void addWeights(@Nullable Context context, double[] sums, int from) {
    for (int i = 0; context != null && i < context.getOutcomes().length; i++) {
      sums[from + context.getOutcomes()[i]] += context.getParameters()[i];
    }
  }

  /** The likeliest outcome. */
  public String best(Features features) {
    return model.getBestOutcome(probabilities(features));
  }

  /** The outcomes, in the order of {@link #probabilities}. */
  public List<String> outcomes() {
    return outcomes;
  }

  /** The summed weights of each group of features, an outcome after the other, group by group. */
  public double[] weights(List<Features> groups) {
    double[] weights = new double[groups.size() * outcomes.size()];
    for (int group = 0; group < groups.size(); group++) {
      for (String name : groups.get(group).single()) {
        addWeights(contexts.get(name), weights, group * outcomes.size());
      }
    }
    return weights;
  }
}
