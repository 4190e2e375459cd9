package costwire.extract.name;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Machine;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.learn.Learner;
import costwire.extract.lexicon.Reading;
import costwire.extract.read.Passage;
import costwire.extract.text.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
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

  private static final int LONGEST_ALIAS = 4;
  private static final int LONGEST_ACRONYM = 8;

  /** Less likely, what a name stands for is open to doubt. */
  private static final double SURE = 0.75;

  /** As likely, a short form stands for something else than the name it may be short for. */
  private static final double APART = 0.7;

  private final List<Passage> passages;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<Passage, List<Mention>> mentions = new HashMap<>();

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
    withoutNouns();
    spread(tagged);
    forms.values().removeIf(Strangers::isPassedBy);
    forms.values().removeIf(form -> form.of != null && isPassedBy(form.of));
  }

  /** Finds those of an article. */
  static Strangers find(
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      NameSorter sorter,
      Citation citation) {
    Strangers strangers = new Strangers(passages, tagged);
    Map<Forms, Settled> settled = new HashMap<>();
    for (Forms name : Forms.together(strangers.forms.values())) {
      Settled whole = name.whole == null ? null : settled.get(name.whole);
      NameSorter.Guess guess = sorter.kind(name, whole == null ? null : whole.kind());
      boolean same = whole != null && (guess.kind() == whole.kind() || guess.probability() < APART);
      if (whole != null && same) {
        strangers.settle(name, whole.entry(), guess.probability() < SURE);
        settled.put(name, whole);
      } else if (guess.kind() != NameKind.NONE) {
        Organisation known = guess.kind() == NameKind.ORGANISATION ? known(name) : null;
        Named entry = known == null ? entry(citation.of(name, guess.kind()), guess.kind()) : known;
        strangers.settle(name, entry, guess.probability() < SURE);
        settled.put(name, new Settled(guess.kind(), entry));
      }
    }
    strangers.mentions.values().forEach(list -> list.sort(Comparator.naturalOrder()));
    return strangers;
  }

  /** Has the kinds of what is tagged in an article learned. */
  static void teach(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<Place, NameKind> kinds) {
    learner.nextArticle();
    Map<Forms, NameKind> settled = new HashMap<>();
    for (Forms name : Forms.together(new Strangers(passages, tagged).forms.values())) {
      Map<NameKind, Integer> votes = new EnumMap<>(NameKind.class);
      name.places().forEach(place -> votes.merge(kinds.apply(place), 1, Integer::sum));
      NameKind whole = name.whole == null ? null : settled.get(name.whole);
      votes.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .ifPresent(
              most -> {
                learner.add(NameSorter.features(name, whole), most.getKey().name());
                if (most.getKey() != NameKind.NONE) {
                  settled.put(name, most.getKey());
                }
              });
    }
  }

  /**
   * Has learned what the bearers of an article's names are called.
   *
   * @param known the names that are known to stand at a place; null for none
   * @param called whether somebody of a known name is called so
   */
  static void teachCitations(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<Place, @Nullable NameSpan> known,
      BiPredicate<NameSpan, String> called) {
    learner.nextArticle();
    for (Forms name : Forms.together(new Strangers(passages, tagged).forms.values())) {
      Map<String, List<NameSpan>> spans = new TreeMap<>(Comparator.reverseOrder());
      for (Place place : name.places()) {
        NameSpan span = known.apply(place);
        if (span != null) {
          spans.computeIfAbsent(span.name(), bearer -> new ArrayList<>()).add(span);
        }
      }
      spans.values().stream()
          .max(Comparator.comparingInt(List::size))
          .map(most -> most.get(0))
          .ifPresent(
              span -> Citation.teach(learner, name, span.kind(), form -> called.test(span, form)));
    }
  }

  /** The mentions of strangers in a sentence, in order. */
  List<Mention> in(Passage passage) {
    return mentions.getOrDefault(passage, List.of());
  }

  private void collect(Passage passage, Span tagged) {
    Span span = Edges.trimmed(passage, tagged);
    Form form = Edges.isNameless(passage, span) ? null : form(passage, span);
    if (form != null) {
      form.places.add(new Place(passage, span));
      form.tagged++;
      collectAlias(passage, span, form);
    }
  }

  /** The form of what is written there; null if a catalogue knows it. */
  private @Nullable Form form(Passage passage, Span span) {
    boolean known =
        passage.mentions().stream()
            .anyMatch(mention -> !mention.isWeak() && mention.intersects(span));
    if (known || forms.size() >= MOST) {
      return null;
    }
    String key = key(passage.reading(), span.getStart(), span.getEnd());
    return forms.computeIfAbsent(key, k -> new Form(k, written(passage, span)));
  }

  /**
   * Collects the name in Latin letters, or the letters that a long one goes by, which stand right
   * behind a name in brackets: "มะพร้าวเอไอ (Maprao AI)".
   */
  private void collectAlias(Passage passage, Span name, Form form) {
    Reading reading = passage.reading();
    int from = name.getEnd() + 1;
    if (from >= reading.size() || !isBracket(reading.word(from - 1), "(（")) {
      return;
    }
    int to = from;
    while (to < reading.size() && to < from + LONGEST_ALIAS && isLatin(reading.word(to))) {
      to++;
    }
    boolean closed = to > from && to < reading.size() && isBracket(reading.word(to), ")）");
    boolean capital = closed && Character.isUpperCase(reading.word(from).charAt(0));
    boolean other = !isLatin(reading.word(name.getStart()));
    boolean initials = to == from + 1 && name.length() > 1 && isAcronym(reading.word(from));
    if (capital && (other || initials)) {
      Form alias = form(passage, new Span(from, to));
      if (alias != null && alias != form && alias.of == null && form.of == null) {
        alias.of = form;
      }
    }
  }

  private static boolean isBracket(String word, String brackets) {
    return word.length() == 1 && brackets.contains(word);
  }

  private static boolean isLatin(String word) {
    char first = word.charAt(0);
    return Character.isLetter(first) && Script.of(first) == Script.LATIN;
  }

  private static boolean isAcronym(String word) {
    return word.length() <= LONGEST_ACRONYM
        && word.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static boolean isPassedBy(Form form) {
    return form.of == null && form.tagged < LEAST_SHARE * (form.tagged + form.untagged);
  }

  /**
   * A noun that was taken for a name's first word is none of it where the article also writes the
   * name, or its beginning, without: "robot maker Tarn Robotics", "Tarn".
   */
  private void withoutNouns() {
    for (Form form : List.copyOf(forms.values())) {
      if (form.words.length > 1 && !form.places.isEmpty() && isNamedWithout(form)) {
        forms.remove(form.key);
        for (Place at : form.places) {
          Span span = new Span(at.span().getStart() + 1, at.span().getEnd());
          Form name = form(at.passage(), span);
          if (name != null) {
            name.places.add(new Place(at.passage(), span));
            name.tagged++;
          }
        }
      }
    }
  }

  private boolean isNamedWithout(Form form) {
    return Edges.isNounFirst(form.places.get(0))
        && forms.values().stream().anyMatch(other -> other.words[0].equals(form.words[1]));
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
            form.places.add(new Place(passage, span));
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

  static String written(Passage passage, Span span) {
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

  /** Gives every place of a name its entry. */
  private void settle(Forms name, Named entry, boolean unsure) {
    for (Place place : name.places()) {
      mentions
          .computeIfAbsent(place.passage(), p -> new ArrayList<>())
          .add(new Mention(place.span().getStart(), place.span().getEnd(), entry, unsure));
    }
  }

  /** The organisation of a catalogue that all the places of a name may mean; null if none. */
  private static @Nullable Organisation known(Forms name) {
    Organisation known = null;
    for (Place place : name.places()) {
      Organisation here = known(place);
      if (here == null || (known != null && !known.equals(here))) {
        return null;
      }
      known = here;
    }
    return known;
  }

  private static @Nullable Organisation known(Place place) {
    for (Mention mention : place.passage().mentions()) {
      if (mention.getStart() == place.span().getStart()
          && mention.getEnd() == place.span().getEnd()
          && mention.entry() instanceof Organisation organisation) {
        return organisation;
      }
    }
    return null;
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
