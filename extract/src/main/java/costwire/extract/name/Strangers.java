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
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** Letters that a language's endings may put behind a name or change at its end. */
  private static final int ENDING = 4;

  private static final int STEM = 3;

  /** Tokens between a person and the organisation that the person speaks for. */
  private static final int REACH = 8;

  private final List<Passage> passages;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<Passage, List<Mention>> mentions = new HashMap<>();

  /** A way the article writes a name, with the places where it does. */
  private static final class Form {
    final String key;
    final String written;
    final List<NameSorter.Place> places = new ArrayList<>();
    NameKind kind = NameKind.NONE;
    int tagged;
    int untagged;

    Form(String key, String written) {
      this.key = key;
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
    for (Form form : strangers.forms.values()) {
      form.kind = sorter.kind(form.places);
    }
    strangers.forms.values().removeIf(form -> form.kind == NameKind.NONE);
    strangers.settle();
    return strangers;
  }

  /** Has the kinds of what is tagged in an article learned. */
  static void teach(
      Learner learner,
      List<Passage> passages,
      List<? extends List<? extends Span>> tagged,
      Function<NameSorter.Place, NameKind> kinds) {
    learner.nextArticle();
    for (Form form : new Strangers(passages, tagged).forms.values()) {
      learner.add(NameSorter.features(form.places), kinds.apply(form.places.get(0)).name());
    }
  }

  /** The mentions of strangers in a sentence, in order. */
  List<Mention> in(Passage passage) {
    return mentions.getOrDefault(passage, List.of());
  }

  private void collect(Passage passage, Span span) {
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

  /** A name found in one place is one in the others too, if the tagger did not mostly pass by. */
  private void spread(List<? extends List<? extends Span>> tagged) {
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      List<? extends Span> here = tagged.get(i);
      Reading reading = passage.reading();
      for (int from = 0; from < reading.size(); from++) {
        Form form = null;
        int end = from;
        for (int to = from + 1; to <= Math.min(reading.size(), from + LONGEST_NAME); to++) {
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

  /** Gives forms of one name one entry. */
  private void settle() {
    List<Form> byLength = new ArrayList<>(forms.values());
    byLength.sort(
        Comparator.comparingInt((Form form) -> -form.key.length()).thenComparing(f -> f.key));
    List<List<Form>> names = new ArrayList<>();
    for (Form form : byLength) {
      names.stream()
          .filter(name -> name.stream().anyMatch(other -> isSameName(other, form)))
          .findFirst()
          .ifPresentOrElse(name -> name.add(form), () -> names.add(new ArrayList<>(List.of(form))));
    }
    for (List<Form> name : names) {
      Named entry = entry(name);
      for (Form form : name) {
        for (NameSorter.Place place : form.places) {
          mentions
              .computeIfAbsent(place.passage(), p -> new ArrayList<>())
              .add(new Mention(place.span().getStart(), place.span().getEnd(), entry, false));
        }
      }
    }
    mentions.values().forEach(list -> list.sort(Comparator.comparingInt(Span::getStart)));
  }

  /** "Halcyon" and "Halcyon Weather", "Marsh" and "Owen Marsh", "Ladoga" and "Ladogu". */
  private static boolean isSameName(Form longer, Form form) {
    if (longer.kind != form.kind) {
      return false;
    }
    String[] words = longer.key.split(" ");
    String[] part = form.key.split(" ");
    if (words.length == part.length) {
      return areAlike(words, part, 0);
    }
    boolean person = form.kind == NameKind.PERSON;
    return words.length > part.length
        && ((!person && areAlike(words, part, 0))
            || (person && areAlike(words, part, words.length - part.length)));
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
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    int shorter = Math.min(one.length(), other.length());
    return common >= STEM
        && common >= shorter - 2
        && Math.max(one.length(), other.length()) - common <= ENDING
        && Character.isLetter(one.charAt(one.length() - 1))
        && Character.isLetter(other.charAt(other.length() - 1));
  }

  private Named entry(List<Form> name) {
    int words = name.stream().mapToInt(f -> f.key.split(" ").length).max().orElseThrow();
    Form best =
        name.stream()
            .filter(form -> form.key.split(" ").length == words)
            .max(
                Comparator.comparingDouble(Form::citation)
                    .thenComparing(Comparator.comparingInt((Form f) -> f.key.length()).reversed())
                    .thenComparing(f -> f.key))
            .orElseThrow();
    String written = best.written;
    return switch (best.kind) {
      case ORGANISATION ->
          new Organisation(written, Organisation.Kind.COMPANY, null, null, null, null, null, null);
      case PERSON -> new Person(written, employer(name), null, null);
      case MODEL -> new AiModel(written, null, null, null, null, null);
      case MACHINE, NONE -> new Machine(written, null, null, null, null);
    };
  }

  /** The organisation named beside the person where a word for an office stands there too. */
  private @Nullable String employer(List<Form> person) {
    for (Form form : person) {
      for (NameSorter.Place place : form.places) {
        String employer = employer(place);
        if (employer != null) {
          return employer;
        }
      }
    }
    return null;
  }

  private @Nullable String employer(NameSorter.Place place) {
    Passage passage = place.passage();
    int from = place.span().getStart();
    int to = place.span().getEnd();
    boolean office = false;
    for (Mark mark : passage.cues(Cue.TITLE)) {
      office |= passage.gap(from, to, mark.from(), mark.to()) <= REACH;
    }
    if (!office) {
      return null;
    }
    String nearest = null;
    int best = REACH + 1;
    for (Mention mention : passage.mentions()) {
      int gap = passage.gap(from, to, mention.getStart(), mention.getEnd());
      if (mention.entry() instanceof Organisation organisation && gap < best) {
        best = gap;
        nearest = organisation.name();
      }
    }
    for (Form form : forms.values()) {
      for (NameSorter.Place other : form.places) {
        if (form.kind == NameKind.ORGANISATION && other.passage().equals(passage)) {
          int gap = passage.gap(from, to, other.span().getStart(), other.span().getEnd());
          if (gap < best) {
            best = gap;
            nearest = form.written;
          }
        }
      }
    }
    return nearest;
  }
}
