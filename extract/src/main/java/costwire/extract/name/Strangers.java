package costwire.extract.name;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Machine;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.learn.Learner;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.read.Passage;
import costwire.extract.text.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * The organisations, people, models and machines of an article that are in no catalogue: what the
 * tagger found in its sentences, brought into agreement over the whole article.
 */
final class Strangers {
  /** An article names fewer; more is a list, or hostile. */
  private static final int MOST = 300;

  private static final int LONGEST_NAME = 8;

  /** Of the places where a name's words stand, the share in which they are tagged, at least. */
  private static final double LEAST_SHARE = 0.34;

  /** Letters that a language's endings may put behind a name or change at its end. */
  private static final int ENDING = 4;

  private static final int STEM = 3;

  /** Less likely, what a name stands for is open to doubt. */
  private static final double SURE = 0.75;

  /** As likely, a short form stands for something else than the name it may be short for. */
  private static final double APART = 0.7;

  private final List<Passage> passages;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<Passage, List<Mention>> mentions = new HashMap<>();

  /** A way the article writes a name, with the places where it does. */
  private static final class Form {
    final String key;
    final String[] words;
    final String written;
    final List<NameSorter.Place> places = new ArrayList<>();
    int tagged;
    int untagged;

    Form(String key, String written) {
      this.key = key;
      this.words = key.split(" ");
      this.written = written;
    }

    /** How much like the name's own form it is: often, at the head of a sentence, in quotes. */
    double citation() {
      double weight = 0;
      for (NameSorter.Place place : places) {
        weight += 1 + (place.span().getStart() == 0 ? 0.5 : 0) + (place.isQuoted() ? 1 : 0);
      }
      return weight;
    }
  }

  /** The forms of one name, of as many words. */
  private static final class Name {
    final List<Form> forms = new ArrayList<>();

    /** The longer name that it may be short for: "Marsh" for "Owen Marsh"; null for none. */
    final @Nullable Name whole;

    /** Whether it is the longer one's end, not its beginning. */
    final boolean tail;

    final List<Name> shorts = new ArrayList<>();

    Name(Form first, @Nullable Name whole, boolean tail) {
      forms.add(first);
      this.whole = whole;
      this.tail = tail;
      if (whole != null) {
        whole.shorts.add(this);
      }
    }

    List<NameSorter.Place> places() {
      return forms.stream().flatMap(form -> form.places.stream()).toList();
    }

    /** Its places, and then those of its short forms. */
    List<NameSorter.Place> evidence() {
      List<NameSorter.Place> all = new ArrayList<>(places());
      shorts.forEach(name -> all.addAll(name.places()));
      return all;
    }

    boolean isForm(Form form) {
      return forms.stream()
          .anyMatch(
              other ->
                  other.words.length == form.words.length && areAlike(other.words, form.words, 0));
    }

    boolean beginsWith(Form form) {
      return forms.stream().anyMatch(longer -> areAlike(longer.words, form.words, 0));
    }

    boolean endsWith(Form form) {
      return form.words.length == 1
          && forms.stream()
              .anyMatch(longer -> areAlike(longer.words, form.words, longer.words.length - 1));
    }
  }

  /** What a name was found to stand for. */
  private record Settled(NameKind kind, Named entry) {}

  /**
   * @param tagged what looks like a name in each passage
   */
  private Strangers(List<Passage> passages, List<? extends List<? extends Span>> tagged) {
    this.passages = passages;
    for (int i = 0; i < passages.size(); i++) {
      for (Span span : tagged.get(i)) {
        collect(passages.get(i), span);
      }
    }
    spread(tagged);
    forms.values().removeIf(f -> f.tagged < LEAST_SHARE * (f.tagged + f.untagged));
  }

  /** Finds those of an article. */
  static Strangers find(
      List<Passage> passages, List<? extends List<? extends Span>> tagged, NameSorter sorter) {
    Strangers strangers = new Strangers(passages, tagged);
    Map<Name, Settled> settled = new HashMap<>();
    for (Name name : strangers.names()) {
      Settled whole = name.whole == null ? null : settled.get(name.whole);
      NameSorter.Guess guess =
          sorter.kind(name.evidence(), whole == null ? null : whole.kind(), name.tail);
      boolean same = whole != null && (guess.kind() == whole.kind() || guess.probability() < APART);
      if (whole != null && same) {
        strangers.settle(name, whole.entry(), guess.probability() < SURE);
        settled.put(name, whole);
      } else if (guess.kind() != NameKind.NONE) {
        Named entry = entry(canonical(name.forms), guess.kind());
        strangers.settle(name, entry, guess.probability() < SURE);
        settled.put(name, new Settled(guess.kind(), entry));
      }
    }
    strangers.mentions.values().forEach(list -> list.sort(Comparator.comparing(m -> m)));
    return strangers;
  }

  /** Has the kinds of what is tagged in an article learned. */
  static void teach(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<NameSorter.Place, NameKind> kinds) {
    learner.nextArticle();
    Map<Name, NameKind> settled = new HashMap<>();
    for (Name name : new Strangers(passages, tagged).names()) {
      Map<NameKind, Integer> votes = new EnumMap<>(NameKind.class);
      name.places().forEach(place -> votes.merge(kinds.apply(place), 1, Integer::sum));
      NameKind whole = name.whole == null ? null : settled.get(name.whole);
      votes.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .ifPresent(
              most -> {
                learner.add(
                    NameSorter.features(name.evidence(), whole, name.tail), most.getKey().name());
                if (most.getKey() != NameKind.NONE) {
                  settled.put(name, most.getKey());
                }
              });
    }
  }

  /** The mentions of strangers in a sentence, in order. */
  List<Mention> in(Passage passage) {
    return mentions.getOrDefault(passage, List.of());
  }

  private void collect(Passage passage, Span tagged) {
    Span span = trimmed(passage, tagged);
    if (isDescription(passage, span)) {
      return;
    }
    boolean known =
        passage.mentions().stream()
            .anyMatch(mention -> !mention.isWeak() && mention.intersects(span));
    if (known || forms.size() >= MOST) {
      return;
    }
    String key = key(passage.reading(), span.getStart(), span.getEnd());
    Form form = forms.computeIfAbsent(key, k -> new Form(k, written(passage, span)));
    form.places.add(new NameSorter.Place(passage, span));
    form.tagged++;
  }

  /**
   * Whether it only describes, in a script that has no capitals to tell: every word bears the
   * article, as adjectives and nouns do ("the smart", "the Chinese") and none says that it is an
   * organisation; or there is a word in it of which no names are made.
   */
  private static boolean isDescription(Passage passage, Span span) {
    Reading reading = passage.reading();
    List<String> articles = reading.lexicon().articles();
    if (articles.isEmpty() || new NameSorter.Place(passage, span).isQuoted()) {
      return false;
    }
    boolean bare = false;
    for (int i = span.getStart(); i < span.getEnd(); i++) {
      String norm = reading.norm(i);
      bare |= articles.stream().noneMatch(norm::startsWith);
    }
    boolean behindNoun =
        passage.cues(Cue.COMPANY).stream().anyMatch(mark -> mark.to() == span.getStart());
    return (!bare && (behindNoun || isWithout(passage, span, Cue.COMPANY)))
        || !isWithout(passage, span, Cue.COST)
        || !isWithout(passage, span, Cue.SAY);
  }

  private static boolean isWithout(Passage passage, Span span, Cue cue) {
    return passage.cues(cue).stream().noneMatch(mark -> span.contains(mark.from()));
  }

  /** Without a particle that the tagger took for the name's last word: Moonjar가. */
  private static Span trimmed(Passage passage, Span tagged) {
    Reading reading = passage.reading();
    int last = tagged.getEnd() - 1;
    boolean particle =
        last > tagged.getStart() && reading.lexicon().enclitics().contains(reading.norm(last));
    return particle ? new Span(tagged.getStart(), last) : tagged;
  }

  /** A name found in one place is one in the others too, if the tagger did not mostly pass by. */
  private void spread(List<? extends List<? extends Span>> tagged) {
    Map<String, Integer> longestBy = new HashMap<>();
    for (Form form : forms.values()) {
      longestBy.merge(form.words[0], Math.min(LONGEST_NAME, form.words.length), Math::max);
    }
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      List<? extends Span> here = tagged.get(i);
      Reading reading = passage.reading();
      for (int from = 0; from < reading.size(); from++) {
        Form form = null;
        int end = from;
        int longest = longestBy.getOrDefault(Wording.bare(reading, from), 0);
        for (int to = from + 1; to <= Math.min(reading.size(), from + longest); to++) {
          Form longer = forms.get(key(reading, from, to));
          form = longer == null ? form : longer;
          end = longer == null ? end : to;
        }
        if (form != null) {
          Span span = new Span(from, end);
          if (here.stream().noneMatch(span::intersects)) {
            form.places.add(new NameSorter.Place(passage, span));
            form.untagged++;
          }
          from = end - 1;
        }
      }
    }
  }

  private static String key(Reading reading, int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(i == from ? "" : " ").append(Wording.bare(reading, i));
    }
    return key.toString();
  }

  private static String written(Passage passage, Span span) {
    Span[] tokens = passage.sentence().tokens();
    int last = span.getEnd() - 1;
    int particle =
        passage.reading().norm(last).length() - Wording.bare(passage.reading(), last).length();
    int offset = passage.sentence().start();
    return LegalForms.without(
        passage
            .sentence()
            .text()
            .substring(
                tokens[span.getStart()].getStart() - offset,
                tokens[last].getEnd() - offset - particle));
  }

  /** The names, the longest first: each behind those that it may be short for. */
  private List<Name> names() {
    List<Form> byLength = new ArrayList<>(forms.values());
    byLength.sort(
        Comparator.comparingInt((Form form) -> -form.words.length)
            .thenComparing(form -> -form.key.length())
            .thenComparing(form -> form.key));
    List<Name> names = new ArrayList<>();
    for (Form form : byLength) {
      Name known = first(names, name -> name.isForm(form));
      if (known == null) {
        Name begins = first(names, name -> name.beginsWith(form));
        Name ends = begins != null ? null : first(names, name -> name.endsWith(form));
        names.add(new Name(form, begins != null ? begins : ends, ends != null));
      } else {
        known.forms.add(form);
      }
    }
    return names;
  }

  private static @Nullable Name first(List<Name> names, Predicate<Name> test) {
    return names.stream().filter(test).findFirst().orElse(null);
  }

  /** Gives every place of a name its entry. */
  private void settle(Name name, Named entry, boolean unsure) {
    for (NameSorter.Place place : name.places()) {
      mentions
          .computeIfAbsent(place.passage(), p -> new ArrayList<>())
          .add(new Mention(place.span().getStart(), place.span().getEnd(), entry, unsure));
    }
  }

  private static boolean areAlike(String[] words, String[] part, int from) {
    for (int i = 0; i < part.length; i++) {
      if (!isInflected(words[from + i], part[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInflected(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int common = common(one, other);
    int shorter = Math.min(one.length(), other.length());
    return common >= STEM
        && common >= shorter - 2
        && Math.max(one.length(), other.length()) - common <= ENDING
        && Character.isLetter(one.charAt(one.length() - 1))
        && Character.isLetter(other.charAt(other.length() - 1));
  }

  private static int common(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }

  /** The name in full and, as far as the article shows it, without the endings of its cases. */
  private static String canonical(List<Form> name) {
    Form best =
        name.stream()
            .max(
                Comparator.comparingDouble(Form::citation)
                    .thenComparing(form -> -form.key.length())
                    .thenComparing(form -> form.key))
            .orElseThrow();
    List<String> endings = best.places.get(0).passage().reading().lexicon().endings();
    for (Form other : name) {
      int common = common(best.written, other.written);
      boolean bare = common == other.written.length() || endings.contains(rest(other, common));
      if (common < best.written.length() && bare && endings.contains(rest(best, common))) {
        return best.written.substring(0, common);
      }
    }
    return best.written;
  }

  private static String rest(Form form, int from) {
    return Fold.of(form.written.substring(from) + " ").trim();
  }

  private static Named entry(String name, NameKind kind) {
    return switch (kind) {
      case ORGANISATION ->
          new Organisation(name, Organisation.Kind.COMPANY, null, null, null, null, null, null);
      case PERSON -> new Person(name, null, null, null);
      case MODEL -> new AiModel(name, null, null, null, null, null);
      case MACHINE, NONE -> new Machine(name, null, null, null, null);
    };
  }
}
