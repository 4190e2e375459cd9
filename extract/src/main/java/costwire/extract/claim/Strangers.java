package costwire.extract.claim;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.text.Fold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;

/**
 * Finds organisations, people and models that are in no catalogue, by how an article speaks of them
 * from its headline to its end.
 */
final class Strangers {
  /** Tokens of the place and the date before an agency's name. */
  private static final int DATELINE = 7;

  private static final int LONGEST_NAME = 6;

  private final Map<Passage, List<Mention>> mentions = new HashMap<>();
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  Strangers(List<Passage> passages) {
    Set<String> common = smallWords(passages);
    Set<String> repeated = repeated(passages);
    passages.stream()
        .filter(passage -> !passage.inTitle())
        .forEach(passage -> find(passage, common, repeated).forEach(run -> weigh(passage, run)));
    passages.stream()
        .filter(Passage::inTitle)
        .forEach(passage -> known(passage, common).forEach(run -> weigh(passage, run)));
    adoptShortForms();
    candidates.values().forEach(this::settle);
  }

  /** The mentions of strangers in a sentence. */
  List<Mention> in(Passage passage) {
    return mentions.getOrDefault(passage, List.of());
  }

  private static List<Span> find(Passage passage, Set<String> common, Set<String> repeated) {
    NameRuns runs = new NameRuns(passage, common);
    List<Span> found = new ArrayList<>(runs.find());
    runs.findRepeated(repeated).stream()
        .filter(run -> found.stream().noneMatch(run::intersects))
        .forEach(found::add);
    return found;
  }

  /** In a headline, where every word may have a capital, only what the body writes like a name. */
  private List<Span> known(Passage passage, Set<String> common) {
    List<Span> found = new ArrayList<>();
    int size = passage.reading().size();
    for (int from = 0; from < size; ) {
      int end = from;
      for (int to = Math.min(size, from + LONGEST_NAME); to > from && end == from; to--) {
        if (isBorneOut(NameRuns.text(passage.reading(), from, to))) {
          end = to;
        }
      }
      if (end > from) {
        found.add(new Span(from, end));
      }
      from = Math.max(end, from + 1);
    }
    return found.isEmpty() ? quoted(passage, common) : found;
  }

  /** Whether the body has the name, or one that has it for its end. */
  private boolean isBorneOut(String name) {
    return candidates.containsKey(name)
        || (name.indexOf(' ') > 0
            && candidates.keySet().stream().anyMatch(key -> key.endsWith(" " + name)));
  }

  private static List<Span> quoted(Passage passage, Set<String> common) {
    return new NameRuns(passage, common)
        .find().stream().filter(run -> "quoted".equals(run.getType())).toList();
  }

  private static Set<String> smallWords(List<Passage> passages) {
    Set<String> small = new HashSet<>();
    for (Passage passage : passages) {
      Reading reading = passage.reading();
      for (int i = 0; i < reading.size(); i++) {
        if (Character.isLowerCase(reading.word(i).charAt(0))) {
          small.add(reading.norm(i));
        }
      }
    }
    return small;
  }

  /**
   * Stretches that the article writes more than once; one that only ever stands inside a longer one
   * is left to that.
   */
  private static Set<String> repeated(List<Passage> passages) {
    Map<String, Integer> counts = new HashMap<>();
    passages.forEach(passage -> new NameRuns(passage, Set.of()).count(counts));
    counts.values().removeIf(count -> count < 2);
    return Set.copyOf(counts.keySet());
  }

  private void weigh(Passage passage, Span run) {
    String name = name(passage, run);
    Candidate candidate = candidates.computeIfAbsent(key(passage, run), key -> new Candidate(name));
    candidate.add(new Candidate.Place(passage, run));
    if (passage.inTitle()) {
      candidate.salience(0.9);
    }
    if (run.getStart() == 0 && run.length() == 1 && !passage.inTitle()) {
      // A capital says nothing here: "Britischer Hersteller …".
      candidate.salience(-0.6);
    } else if (isSubject(passage, run)) {
      candidate.salience(0.3);
    }
    if ("quoted".equals(run.getType()) || "introduced".equals(run.getType())) {
      candidate.salience(0.5);
    }
    weighKind(passage, run, candidate);
  }

  private void weighKind(Passage passage, Span run, Candidate candidate) {
    if ("repeated".equals(run.getType()) && run.length() >= 3) {
      candidate.organisation(0.6);
    }
    if (near(passage, run, Cue.COMPANY, 1)) {
      candidate.organisation(2);
    } else if (nearAcrossComma(passage, run, Cue.COMPANY)) {
      candidate.organisation(1.5);
    }
    if (near(passage, run, Cue.AI, 1)) {
      candidate.model(2);
    } else if (nearAcrossComma(passage, run, Cue.AI)) {
      candidate.model(1.5);
    }
    if (isTrained(passage, run)) {
      candidate.model(1.2);
    }
    if (near(passage, run, Cue.TITLE, 1) || nearAcrossComma(passage, run, Cue.TITLE)) {
      candidate.person(run.length() >= 2 ? 2.5 : 1);
    }
    if (near(passage, run, Cue.SAY, 1) || near(passage, run, Cue.ACCORDING, 1)) {
      boolean fullName = run.length() == 2 || run.length() == 3;
      candidate.organisation(fullName ? 0.6 : 0.5);
      candidate.person(fullName ? 1.2 : 0.5);
      candidate.model(-0.5);
    }
    if (acts(passage, run)) {
      candidate.organisation(1.2);
    }
    if (isInDateline(passage, run)) {
      candidate.outlet();
      candidate.organisation(1.5);
    }
    if (OrganisationWords.isIn(passage, run)) {
      candidate.organisation(1.2);
    }
    if (standsBehind(passage, run, Cue.LOCATIVE) || standsBefore(passage, run, Cue.LOCATED)) {
      candidate.organisation(-0.8);
    }
  }

  /** At the head of the sentence or of a clause. */
  private static boolean isSubject(Passage passage, Span run) {
    int before = run.getStart() - 1;
    return before < 0 || !Character.isLetterOrDigit(passage.reading().norm(before).charAt(0));
  }

  /** "trained X", "the training of X": what is trained is a model. */
  private static boolean isTrained(Passage passage, Span run) {
    return passage.cues(Cue.TRAINING).stream()
        .anyMatch(mark -> mark.to() <= run.getStart() && run.getStart() - mark.to() <= 2);
  }

  private static boolean standsBehind(Passage passage, Span run, Cue cue) {
    return passage.cues(cue).stream().anyMatch(mark -> mark.to() == run.getStart());
  }

  private static boolean standsBefore(Passage passage, Span run, Cue cue) {
    return passage.cues(cue).stream().anyMatch(mark -> mark.from() == run.getEnd());
  }

  /** "LEEDS (Corvid) -" */
  private static boolean isInDateline(Passage passage, Span run) {
    return !passage.inTitle()
        && passage.sentence().start() == 0
        && run.getStart() <= DATELINE
        && run.getStart() > 0
        && passage.reading().norm(run.getStart() - 1).equals("(");
  }

  private static boolean near(Passage passage, Span run, Cue cue, int reach) {
    for (Mark mark : passage.cues(cue)) {
      boolean outside = mark.to() <= run.getStart() || mark.from() >= run.getEnd();
      if (outside && distance(passage, run, mark) <= reach) {
        return true;
      }
    }
    return false;
  }

  /** Words between, quotation marks and other signs not counted. */
  private static int distance(Passage passage, Span run, Mark mark) {
    int from = Math.min(run.getEnd(), mark.to());
    int to = Math.max(run.getStart(), mark.from());
    int distance = 0;
    for (int i = from; i < to; i++) {
      String norm = passage.reading().norm(i);
      distance += norm.equals("\"") || norm.equals("-") ? 0 : norm.equals(",") ? 3 : 1;
    }
    return distance;
  }

  /** "Halcyon, a Denver start-up" */
  private static boolean nearAcrossComma(Passage passage, Span run, Cue cue) {
    int comma = run.getEnd();
    Reading reading = passage.reading();
    if (comma >= reading.size()
        || !(reading.norm(comma).equals(",") || reading.norm(comma).equals("،"))) {
      return false;
    }
    return passage.cues(cue).stream().anyMatch(m -> m.from() > comma && m.from() <= comma + 5);
  }

  /** Whether it does what owners of compute do: train, buy, build, spend, hold. */
  private static boolean acts(Passage passage, Span run) {
    for (Cue cue :
        List.of(Cue.TRAINING, Cue.PURCHASE, Cue.BUILDING, Cue.COST, Cue.HOLDING, Cue.RENT)) {
      for (Mark mark : passage.cues(cue)) {
        int gap = mark.from() - run.getEnd();
        if (gap >= 0 && gap <= 2) {
          return true;
        }
      }
    }
    return false;
  }

  private static String name(Passage passage, Span run) {
    Span[] tokens = passage.sentence().tokens();
    int start = tokens[run.getStart()].getStart() - passage.sentence().start();
    int end =
        tokens[run.getEnd() - 1].getEnd()
            - passage.sentence().start()
            - NameRuns.particle(passage.reading(), run.getEnd() - 1);
    return LegalForms.without(passage.sentence().text().substring(start, end));
  }

  private static String key(Passage passage, Span run) {
    return NameRuns.text(passage.reading(), run.getStart(), run.getEnd());
  }

  /**
   * "Halcyon" after "Halcyon Weather", "Marsh" after "Owen Marsh": one name. What stands before the
   * short form at the head of a sentence ("Denver's Halcyon Weather") is no part of it.
   */
  private void adoptShortForms() {
    for (String key : List.copyOf(candidates.keySet())) {
      for (String longer : List.copyOf(candidates.keySet())) {
        int at = (" " + longer + " ").indexOf(" " + key + " ");
        Candidate whole = candidates.get(longer);
        Candidate part = candidates.get(key);
        if (longer.length() > key.length() && at >= 0 && whole != null && part != null) {
          whole.absorb(part);
          candidates.remove(key);
          whole.name(withoutHead(whole.name(), at, longer.length() - key.length()));
          break;
        }
      }
    }
  }

  /** The name from the short form on, if more stands behind it than before it alone. */
  private static String withoutHead(String name, int at, int rest) {
    boolean aligned = Fold.of(name).length() == name.length() && at < name.length();
    return at > 0 && at < rest && aligned ? name.substring(at) : name;
  }

  private void settle(Candidate candidate) {
    Named entry =
        candidate.isOrganisation()
            ? new Organisation(
                candidate.name(), Organisation.Kind.COMPANY, null, null, null, null, null, null)
            : candidate.isPerson()
                ? new Person(candidate.name(), null, null, null)
                : candidate.isModel()
                    ? new AiModel(candidate.name(), null, null, null, null, null)
                    : null;
    if (entry != null) {
      for (Candidate.Place place : candidate.places()) {
        mentions
            .computeIfAbsent(place.passage(), p -> new ArrayList<>())
            .add(new Mention(place.span().getStart(), place.span().getEnd(), entry, false));
      }
    }
  }
}
