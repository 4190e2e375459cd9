package costwire.extract.learn;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/**
 * Collects decisions somebody has taken, and learns to take them: either what situations called
 * for, or which of several options was chosen.
 */
public class Learner {
  private final List<Features> situations = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final Choices.Log choices = new Choices.Log();
  private final Spread spread = new Spread();
  private final double smoothing;
  private final int least;
  private int article;

  /**
   * @param smoothing weight of the L2 prior: the more, the less a rare feature may say
   * @param least in how many articles a feature must occur to count: what is particular to one
   *     teaches nothing about others
   */
  public Learner(double smoothing, int least) {
    this.smoothing = smoothing;
    this.least = least;
  }

  /** What follows is from another article. */
  public void nextArticle() {
    article++;
  }

  public void add(Features features, String outcome) {
    situations.add(features);
    outcomes.add(outcome);
    for (String name : features.names()) {
      spread.see(name, article);
    }
  }

  /** One of several options was chosen: what all share says nothing. */
  public void choose(Features chosen, List<Features> others) {
    List<Features> options = new ArrayList<>(others.size() + 1);
    options.add(chosen);
    options.addAll(others);
    choices.add(article, options);
  }

  private List<Event> events() {
    List<Event> events = new ArrayList<>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      String[] kept =
          Arrays.stream(situations.get(i).names())
              .filter(name -> spread.isIn(least, name))
              .toArray(String[]::new);
      events.add(new Event(outcomes.get(i), kept));
    }
    return events;
  }

  /** Learns, in one thread and without chance: the same decisions give the same bytes. */
  public byte[] learn() {
    return bytes(choices.isEmpty() ? ofSituations() : choices.inArticles(least).fit(smoothing));
  }

  private QNModel ofSituations() {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, null);
    try {
      indexer.index(new Events(events()));
    } catch (IOException e) {
      throw new UncheckedIOException("events could not be read from memory", e);
    }
    return Fitting.fit(indexer, smoothing);
  }

  /** A model as {@link Decider} reads it. */
  static byte[] bytes(QNModel model) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new GenericModelWriter(model, out).persist();
    } catch (IOException e) {
      throw new UncheckedIOException("a model could not be written to memory", e);
    }
    return bytes.toByteArray();
  }

  private static final class Events implements ObjectStream<Event> {
    private final List<Event> events;
    private Iterator<Event> rest;

    Events(List<Event> events) {
      this.events = events;
      this.rest = events.iterator();
    }

    @Override
    @SuppressWarnings("NullAway") // OpenNLP ends a stream with null.
    public Event read() {
      return rest.hasNext() ? rest.next() : null;
    }

    @Override
    public void reset() {
      rest = events.iterator();
    }

    @Override
    public void close() {}
  }
}
