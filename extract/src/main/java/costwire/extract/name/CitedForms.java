package costwire.extract.name;

import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** What a name's bearer may be called, and what speaks for each. */
final class CitedForms {
  /** Places of a form that are looked at. */
  private static final int MOST_PLACES = 6;

  /** An article writes a name in fewer ways. */
  private static final int MOST = 24;

  /** Letters that are left of a name without an ending, at least. */
  private static final int LEAST_STEM = 3;

  /** Endings of cases in which names may also end as they are: Рода, Podravka. */
  private static final Set<String> MAY_BE_NONE = Set.of("a", "а", "я");

  private final Forms name;
  private final NameKind kind;
  private final List<Form> own;
  private final int places;
  private final Lexicon lexicon;
  private final Map<String, Features> all = new LinkedHashMap<>();

  CitedForms(Forms name, NameKind kind) {
    this.name = name;
    this.kind = kind;
    this.own = name.own();
    this.places = name.places().size();
    this.lexicon = reading(own.get(0)).lexicon();
    own.forEach(form -> add(form.written, form, "own"));
    name.shorts().forEach(this::addShort);
    for (Form form : own) {
      form.inner.forEach(from -> add(form.from(from), form, "inner" + Math.min(2, from)));
    }
    own.forEach(this::addBare);
  }

  /** By what is written; at least one. */
  Map<String, Features> all() {
    return all;
  }

  private void addShort(Forms part) {
    String as = part.tail ? "tail" : "head";
    for (Form form : part.own()) {
      Features features = add(form.written, form, as);
      if (features != null) {
        int times = part.places().size() / Math.max(1, places);
        features.key(as + "often" + Math.min(3, times));
        features.key(as + "described", part.tail && name.isDescribed(part));
        features.key(as + "compound", name.isCompoundOf(part));
      }
    }
  }

  /** Adds what is left of a form without each ending that it may have. */
  private void addBare(Form form) {
    String written = form.written;
    int word = written.lastIndexOf(' ') + 1;
    for (String ending : lexicon.endings()) {
      int stem = written.length() - ending.length();
      if (stem >= word + LEAST_STEM && folded(written.substring(stem)).equals(ending)) {
        String bare = written.substring(0, stem);
        Features features = add(bare, form, "bare");
        if (features != null) {
          without(ending, bare, form, features);
        }
      }
    }
  }

  /** What cases do is each language's own: what an ending stands behind and what before. */
  private void without(String ending, String bare, Form form, Features features) {
    String taken = lexicon.code() + "-" + ending;
    features.key(taken).add(taken + last(bare, 1)).add(taken + last(bare, 2));
    for (Place place : looked(form)) {
      String before = before(place);
      features.add(taken + "<" + before).add(taken + "<" + last(before, 2) + "_");
    }
    long agreeing = own.stream().filter(other -> other != form && isFrom(other, bare)).count();
    boolean vowel = MAY_BE_NONE.contains(ending);
    features.key("agreeing" + Math.min(2, agreeing)).key("alone", own.size() == 1);
    features.key("vowel" + vowel).add("vowel" + vowel + Math.min(2, agreeing));
    features.add(taken + "agreeing" + Math.min(2, agreeing));
    features.key("n" + Math.min(3, form.places.size()));
  }

  /** Whether a form is a name with one of the language's endings. */
  private boolean isFrom(Form form, String bare) {
    return form.written.startsWith(bare)
        && lexicon.endings().contains(folded(form.written.substring(bare.length())));
  }

  /** Null if it is there already, or there are enough. */
  private @Nullable Features add(String written, Form form, String as) {
    if (written.isBlank() || all.containsKey(written) || all.size() >= MOST) {
      return null;
    }
    Features features = new Features();
    all.put(written, features);
    String lang = lexicon.code();
    features.key(as).key(lang + as).key(as + kind);
    amongOthers(form, features);
    String small = written.toLowerCase(Locale.ROOT);
    for (int length = 1; length <= 3; length++) {
      features.add(lang + as + "e" + last(small, length));
    }
    int space = small.indexOf(' ');
    if (space > 0) {
      features.add(lang + as + "f" + last(small.substring(0, space), 2));
    }
    around(form, as, features);
    Place first = form.places.get(0);
    edge(first, first.span().getStart(), as + "first", features);
    edge(first, first.span().getEnd() - 1, as + "last", features);
    return letters(first, features);
  }

  /** How often and how long it is, and how it ends where others end otherwise. */
  private void amongOthers(Form form, Features features) {
    int times = form.places.size();
    int words = form.words.length;
    boolean longest = own.stream().allMatch(other -> other.words.length <= words);
    features.key("times" + Math.min(4, times));
    features.key("share" + (places == 0 ? 0 : 4 * times / places));
    features.key("words" + Math.min(4, words));
    features.key("longest" + longest + Math.min(3, own.size()));
    for (Form other : own) {
      if (other != form && other.words.length == words) {
        int common = Form.common(form.written, other.written);
        String rest = folded(form.written.substring(common));
        String theirs = folded(other.written.substring(common));
        String ends = lexicon.code() + "r" + rest;
        features.add(ends).add(ends + ">" + theirs).key("base", rest.isEmpty());
      }
    }
  }

  /** Where it stands: titles shorten, and prepositions decline. */
  private void around(Form form, String as, Features features) {
    String lang = lexicon.code();
    boolean titles = true;
    boolean quoted = false;
    boolean heads = false;
    for (Place place : looked(form)) {
      int start = place.span().getStart();
      titles &= place.passage().inTitle();
      quoted |= place.isQuoted();
      heads |= start == 0;
      String before = before(place);
      features.add(lang + as + "<" + before).add(lang + as + "<" + last(before, 2) + "_");
      if (start > 0) {
        cues(place.passage().reading(), start - 1).forEach(cue -> features.add(as + "<" + cue));
      }
    }
    features.key("titles", titles).key("quoted", quoted).key("heads", heads);
  }

  /** Its first word, or its last: one may say what the bearer is. */
  private void edge(Place place, int token, String as, Features features) {
    Reading reading = place.passage().reading();
    String norm = Wording.bare(reading, token);
    String lang = lexicon.code();
    features.add(as + Wording.shape(reading.word(token), false)).add(lang + as + norm);
    features.add(as + "3" + lang + last(norm, 3)).add(as + "2" + lang + last(norm, 2));
    cues(reading, token).forEach(cue -> features.key(as + cue));
    Cue tail = Compounds.tail(reading, norm);
    features.key(as + "tail" + tail, tail != null);
  }

  /** What the lexicon says of a word. */
  private static List<Cue> cues(Reading reading, int token) {
    List<Cue> cues = new ArrayList<>();
    for (Reading.Mark mark : reading.at(token)) {
      if (mark.lexeme() instanceof Lexeme.Sign sign) {
        cues.add(sign.cue());
      }
    }
    return cues;
  }

  private static Features letters(Place place, Features features) {
    Span span = place.span();
    boolean small = false;
    boolean digit = false;
    for (int i = span.getStart(); i < span.getEnd(); i++) {
      char first = place.passage().reading().word(i).charAt(0);
      small |= Character.isLowerCase(first);
      digit |= Character.isDigit(first);
    }
    return features.key("small", small).key("digit", digit);
  }

  private static List<Place> looked(Form form) {
    return form.places.subList(0, Math.min(MOST_PLACES, form.places.size()));
  }

  private static Reading reading(Form form) {
    return form.places.get(0).passage().reading();
  }

  private static String before(Place place) {
    int start = place.span().getStart();
    return start == 0 ? "^" : place.passage().reading().norm(start - 1);
  }

  private static String folded(String ending) {
    return Fold.of(ending + " ").trim();
  }

  private static String last(String text, int letters) {
    return text.substring(Math.max(0, text.length() - letters));
  }
}
