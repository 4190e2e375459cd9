package costwire.extract.name;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.text.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The forms of one name in an article. */
final class Forms {
  private final List<Form> all = new ArrayList<>();

  /** The longer name that it may be short for: "Marsh" for "Owen Marsh"; null for none. */
  final @Nullable Forms whole;

  /** Whether it is the longer one's end, not its beginning. */
  final boolean tail;

  private final List<Forms> shorts = new ArrayList<>();

  private Forms(Form first, @Nullable Forms whole, boolean tail) {
    all.add(first);
    this.whole = whole;
    this.tail = tail;
    if (whole != null) {
      whole.shorts.add(this);
    }
  }

  /** The names that forms are of, the longest first: each behind those it may be short for. */
  static List<Forms> together(Collection<Form> forms) {
    List<Form> byLength = new ArrayList<>(forms);
    byLength.removeIf(form -> form.of != null);
    byLength.sort(
        Comparator.comparingInt((Form form) -> -form.words.length)
            .thenComparing(form -> -form.key.length())
            .thenComparing(form -> form.key));
    Map<Form, List<Form>> aliases = new HashMap<>();
    for (Form form : forms) {
      if (form.of != null) {
        aliases.computeIfAbsent(form.of, of -> new ArrayList<>()).add(form);
      }
    }
    List<Forms> names = new ArrayList<>();
    for (Form form : byLength) {
      Forms name = first(names, known -> known.has(form));
      if (name == null) {
        Forms begins = first(names, known -> known.beginsWith(form));
        Forms ends = begins != null ? null : first(names, known -> known.endsWith(form));
        name = new Forms(form, begins != null ? begins : ends, ends != null);
        names.add(name);
      } else {
        name.all.add(form);
      }
      name.all.addAll(aliases.getOrDefault(form, List.of()));
      form.findInner(byLength);
    }
    return names;
  }

  private static @Nullable Forms first(List<Forms> names, Predicate<Forms> test) {
    return names.stream().filter(test).findFirst().orElse(null);
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

  private boolean has(Form form) {
    return all.stream()
        .anyMatch(other -> other.words.length == form.words.length && other.holds(form, 0));
  }

  private boolean beginsWith(Form form) {
    return all.stream().anyMatch(longer -> longer.holds(form, 0));
  }

  private boolean endsWith(Form form) {
    return form.words.length == 1
        && all.stream().anyMatch(longer -> longer.holds(form, longer.words.length - 1));
  }

  /** The forms but those that stand behind others in brackets. */
  List<Form> own() {
    return all.stream().filter(form -> form.of == null).toList();
  }

  /** What is short for it: its beginning, or its end. */
  List<Forms> shorts() {
    return shorts;
  }

  /** The form in Latin letters behind one in others; null for none. */
  @Nullable Form latin() {
    boolean latin = isLatin(own().get(0));
    return all.stream()
        .filter(form -> !latin && form.of != null && isLatin(form))
        .findFirst()
        .orElse(null);
  }

  /** Whether what stands before the short form says no more than that it is a company. */
  boolean isDescribed(Forms shorter) {
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
  boolean isCompoundOf(Forms shorter) {
    Form whole = all.get(0);
    int hyphen = shorter.all.get(0).words.length;
    return whole.words.length == hyphen + 2
        && whole.words[hyphen].equals("-")
        && Character.isLowerCase(whole.written.charAt(whole.written.lastIndexOf('-') + 1));
  }

  private static boolean isLatin(Form form) {
    return Script.of(form.written.charAt(0)) == Script.LATIN;
  }
}
