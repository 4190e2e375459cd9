package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** Tells what a name stands for by all the places where the article writes it. */
public class NameSorter {
  /** The model's name. */
  public static final String MODEL = "kind";

  /** Places that are looked at: an article says what a name is where it brings it in. */
  private static final int MOST = 12;

  private final Decider decider;

  public NameSorter(Decider decider) {
    this.decider = decider;
  }

  /** What a name stands for, and how likely that is. */
  record Guess(NameKind kind, double probability) {}

  /**
   * @param places where it stands
   * @param longer what the longer name stands for that it may be short for; null for none
   * @param tail whether it is that name's end
   */
  Guess kind(List<Place> places, @Nullable NameKind longer, boolean tail) {
    double[] probabilities = decider.probabilities(features(places, longer, tail));
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return new Guess(NameKind.valueOf(decider.outcome(best)), probabilities[best]);
  }

  static Features features(List<Place> places, @Nullable NameKind longer, boolean tail) {
    Features features = new Features();
    features.add("of" + longer, longer != null).add("of" + longer + tail, longer != null);
    features.add("n" + Math.min(4, places.size()));
    Place first = places.get(0);
    itself(first, features);
    int looked = 0;
    boolean title = false;
    boolean body = false;
    for (Place place : places) {
      title |= place.passage().inTitle();
      body |= !place.passage().inTitle();
      if (looked++ < MOST) {
        place.describe(features);
      }
    }
    return features.add("title" + title + body);
  }

  /** How the name is made. */
  private static void itself(Place place, Features features) {
    Reading reading = place.passage().reading();
    Span span = place.span();
    features.add("len" + Math.min(4, span.length()));
    StringBuilder shapes = new StringBuilder();
    for (int i = span.getStart(); i < span.getEnd(); i++) {
      String shape = Wording.shape(reading.word(i), false);
      shapes.append(shapes.length() < 12 ? shape : "");
      features.add("in" + Wording.bare(reading, i));
      features.add("s" + shape);
      for (Mark mark : reading.at(i)) {
        if (mark.lexeme() instanceof Lexeme.Sign sign) {
          features.add("in" + sign.cue());
        }
      }
      Cue tail = Compounds.tail(reading, Wording.bare(reading, i));
      features.add("tail" + tail, tail != null);
    }
    String last = Wording.bare(reading, span.getEnd() - 1);
    features.add("shapes" + shapes);
    features.add("last" + last);
    features.add("e3" + last.substring(Math.max(0, last.length() - 3)));
    features.add("e2" + last.substring(Math.max(0, last.length() - 2)));
    features.add("first" + Wording.bare(reading, span.getStart()));
  }
}
