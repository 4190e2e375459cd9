package costwire.extract.name;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.Fold;
import costwire.extract.text.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The forms of one name in an article. */
final class Forms {
  /** Endings of cases in which names may also end as they are: Рода, Podravka. */
  private static final Set<String> MAY_BE_NONE = Set.of("a", "а", "я");

  /**
   * How many times as often as in full an organisation goes by its last word that is called so:
   * what stands before says what it is, in words that no lexicon has.
   */
  private static final int OFTEN = 2;

  private final List<Form> all = new ArrayList<>();

  /** The longer name that it may be short for: "Marsh" for "Owen Marsh"; null for none. */
  final @Nullable Forms whole;

  /** Whether it is the longer one's end, not its beginning. */
  final boolean tail;

  private final List<Forms> shorts = new ArrayList<>();

  Forms(Form first, @Nullable Forms whole, boolean tail) {
    all.add(first);
    this.whole = whole;
    this.tail = tail;
    if (whole != null) {
      whole.shorts.add(this);
    }
  }

  void add(Form form) {
    all.add(form);
  }

  List<Place> places() {
    return all.stream().flatMap(form -> form.places.stream()).toList();
  }

  /** Its places, and then those of its short forms. */
  List<Place> evidence() {
    List<Place> evidence = new ArrayList<>(places());
    shorts.forEach(name -> evidence.addAll(name.places()));
    return evidence;
  }

  boolean has(Form form) {
    return all.stream()
        .anyMatch(other -> other.words.length == form.words.length && other.holds(form, 0));
  }

  boolean beginsWith(Form form) {
    return all.stream().anyMatch(longer -> longer.holds(form, 0));
  }

  boolean endsWith(Form form) {
    return form.words.length == 1
        && all.stream().anyMatch(longer -> longer.holds(form, longer.words.length - 1));
  }

  /**
   * The name in full and, as far as the article shows it, without the endings of its cases. A name
   * in other letters that is also given in Latin ones goes by these: so it does elsewhere.
   */
  String canonical(NameKind kind) {
    for (Forms name : shorts) {
      boolean described = name.tail && name.places().size() >= places().size() && isDescribed(name);
      boolean called = name.tail && name.places().size() >= OFTEN * places().size();
      if (described || (kind == NameKind.ORGANISATION && (called || isCompoundOf(name)))) {
        return name.canonical(kind);
      }
    }
    List<Form> own = all.stream().filter(form -> form.of == null).toList();
    return all.stream()
        .filter(form -> form.of != null && isLatin(form) && !isLatin(own.get(0)))
        .map(form -> form.written)
        .findFirst()
        .orElseGet(() -> nominative(own));
  }

  /** Whether what stands before the short form says no more than that it is a company. */
  private boolean isDescribed(Forms shorter) {
    Form whole = all.get(0);
    Place place = whole.places.get(0);
    Reading reading = place.passage().reading();
    int last = place.span().getEnd() - shorter.all.get(0).words.length - 1;
    boolean company =
        place.passage().cues(Cue.COMPANY).stream()
            .anyMatch(mark -> mark.to() == last + 1 && mark.from() >= place.span().getStart());
    return company || Compounds.tail(reading, Wording.bare(reading, last)) == Cue.COMPANY;
  }

  /** Whether it is the short form and a noun: "SURF-woordvoerder"; a model may be called so. */
  private boolean isCompoundOf(Forms shorter) {
    Form whole = all.get(0);
    int hyphen = shorter.all.get(0).words.length;
    return whole.words.length == hyphen + 2
        && whole.words[hyphen].equals("-")
        && Character.isLowerCase(whole.written.charAt(whole.written.lastIndexOf('-') + 1));
  }

  private static boolean isLatin(Form form) {
    return Script.of(form.written.charAt(0)) == Script.LATIN;
  }

  private static String nominative(List<Form> name) {
    Form best =
        name.stream()
            .max(
                Comparator.comparingDouble(Form::citation)
                    .thenComparing(form -> -form.key.length())
                    .thenComparing(form -> form.key))
            .orElseThrow();
    List<String> endings = best.places.get(0).passage().reading().lexicon().endings();
    for (Form other : name) {
      int common = Form.common(best.written, other.written);
      String ending = rest(best, common);
      boolean bare =
          common == other.written.length()
              || (!MAY_BE_NONE.contains(ending) && endings.contains(rest(other, common)));
      if (common < best.written.length() && bare && endings.contains(ending)) {
        return best.written.substring(0, common);
      }
    }
    return best.written;
  }

  private static String rest(Form form, int from) {
    return Fold.of(form.written.substring(from) + " ").trim();
  }
}
