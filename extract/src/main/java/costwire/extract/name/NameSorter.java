package costwire.extract.name;

import costwire.extract.learn.Decider;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.read.Passage;
import java.util.List;
import java.util.Locale;
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
   * @param longer what the longer name stands for that it may be short for; null for none
   */
  Guess kind(Forms name, @Nullable NameKind longer) {
    double[] probabilities = decider.probabilities(features(name, longer));
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return new Guess(NameKind.valueOf(decider.outcome(best)), probabilities[best]);
  }

  static Features features(Forms name, @Nullable NameKind longer) {
    Features features = new Features();
    List<Place> places = name.evidence();
    features.add("of" + longer, longer != null).add("of" + longer + name.tail, longer != null);
    features.add("n" + Math.min(4, places.size()));
    itself(places.get(0), features);
    shorts(name, features);
    int looked = 0;
    boolean title = false;
    boolean body = false;
    for (Place place : places) {
      title |= place.passage().inTitle();
      body |= !place.passage().inTitle();
      if (looked++ < MOST) {
        place.describe(features);
        beside(place, features);
        inClause(place, features);
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
    features.add("last" + last).add("e3" + last(last, 3)).add("e2" + last(last, 2));
    features.add("first" + Wording.bare(reading, span.getStart()));
    String written = Strangers.written(place.passage(), span).toLowerCase(Locale.ROOT);
    for (int letters = 2; letters <= 4; letters++) {
      features.add("z" + letters + last(written, letters));
      features.add("a" + letters + written.substring(0, Math.min(letters, written.length())));
    }
  }

  /** What is short for it: people go by their last names, firms by their first. */
  private static void shorts(Forms name, Features features) {
    int words = Math.min(3, name.own().get(0).words.length);
    features.add("noshorts" + words, name.shorts().isEmpty());
    for (Forms part : name.shorts()) {
      String as = part.tail ? "tail" : "head";
      boolean often = part.places().size() > name.places().size();
      features.add("short" + as).add("short" + as + words).add("short" + as + often);
    }
  }

  /** How the words next to it end, which tells more verbs than were learned. */
  private static void beside(Place place, Features features) {
    Reading reading = place.passage().reading();
    int last = place.span().getEnd() - 1;
    neighbour(reading, place.span().getStart() - 1, "w-1", features);
    neighbour(reading, last + 1, "w1", features);
    String norm = reading.norm(last);
    String bare = Wording.bare(reading, last);
    if (bare.length() < norm.length() && norm.startsWith(bare)) {
      features.add("particle" + norm.substring(bare.length()));
    }
  }

  private static void neighbour(Reading reading, int token, String as, Features features) {
    if (token >= 0 && token < reading.size()) {
      String norm = reading.norm(token);
      features.add(as + "e3" + last(norm, 3)).add(as + "e2" + last(norm, 2));
      features.add(as + "s" + Wording.shape(reading.word(token), false));
    }
  }

  /** What its clause speaks of farther away. */
  private static void inClause(Place place, Features features) {
    Passage passage = place.passage();
    Span span = place.span();
    for (Cue cue : Cue.values()) {
      for (Mark mark : passage.cues(cue)) {
        boolean before = mark.to() <= span.getStart();
        boolean outside = before || mark.from() >= span.getEnd();
        if (outside && passage.clausesBetween(span.getStart(), mark.from()) == 0) {
          int gap = passage.gap(span.getStart(), span.getEnd(), mark.from(), mark.to());
          features.add("far" + cue + (before ? "<" : ">"), gap > Place.NEAR);
        }
      }
    }
  }

  private static String last(String text, int letters) {
    return text.substring(Math.max(0, text.length() - letters));
  }
}
