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

  /** What pairs of keys say, by the first and then the second: spelling every pair out is slow. */
  private final Map<String, Map<String, Context>> pairs = new HashMap<>();

  @SuppressWarnings("unchecked") // OpenNLP's second structure of a model is its features' weights
  Decider(AbstractModel model) {
    this.model = model;
    this.contexts = (Map<String, Context>) model.getDataStructures()[1];
    for (int i = 0; i < model.getNumOutcomes(); i++) {
      outcomes.add(model.getOutcome(i));
    }
    contexts.forEach(
        (name, context) -> {
          int and = name.indexOf(Features.AND);
          if (and > 0) {
            pairs
                .computeIfAbsent(name.substring(0, and), first -> new HashMap<>())
                .put(name.substring(and + 1), context);
          }
        });
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
    features.single().forEach(name -> addWeights(contexts.get(name), sums, 0));
    List<String> keys = features.keys();
    for (int i = 0; i < keys.size(); i++) {
      Map<String, Context> seconds = pairs.get(keys.get(i));
      for (int j = i + 1; seconds != null && j < keys.size(); j++) {
        addWeights(seconds.get(keys.get(j)), sums, 0);
      }
    }
    return StrictMath.exp(sums[model.getIndex(Choices.CHOSEN)]);
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
