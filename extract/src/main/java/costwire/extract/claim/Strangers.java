package costwire.extract.claim;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
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
  private final Map<Passage, List<Mention>> mentions = new HashMap<>();
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  Strangers(List<Passage> passages) {
    Set<String> common = smallWords(passages);
    Set<String> repeated = repeated(passages);
    for (Passage passage : passages) {
      NameRuns runs = new NameRuns(passage, common);
      List<Span> found = new ArrayList<>(runs.find());
      runs.findRepeated(repeated).stream()
          .filter(run -> found.stream().noneMatch(run::intersects))
          .forEach(found::add);
      found.forEach(run -> weigh(passage, run));
    }
    adoptShortForms();
    candidates.values().forEach(this::settle);
  }

  /** The mentions of strangers in a sentence. */
  List<Mention> in(Passage passage) {
    return mentions.getOrDefault(passage, List.of());
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
    String key = key(passage, run);
    Candidate candidate = candidates.computeIfAbsent(key, k -> new Candidate(name));
    candidate.add(new Candidate.Place(passage, run));
    boolean quoted = "quoted".equals(run.getType());
    boolean first = candidate.places().size() == 1;
    if (run.getStart() > 0
        && passage.cues(Cue.LOCATIVE).stream().anyMatch(mark -> mark.to() == run.getStart())) {
      candidate.organisation(-0.8);
    }
    if (passage.inTitle()) {
      candidate.organisation(run.length() == 1 || quoted ? 0.9 : 0.5);
    }
    if (near(passage, run, Cue.COMPANY, 1)) {
      candidate.organisation(first ? 2.2 : 1);
    } else if (nearAcrossComma(passage, run, Cue.COMPANY)) {
      candidate.organisation(1.6);
    }
    if (near(passage, run, Cue.AI, 1)) {
      candidate.model(quoted || first ? 2.2 : 1);
    }
    if (near(passage, run, Cue.TITLE, 1) || nearAcrossComma(passage, run, Cue.TITLE)) {
      candidate.person(run.length() >= 2 ? 2.5 : 1);
    }
    if (near(passage, run, Cue.SAY, 1) || near(passage, run, Cue.ACCORDING, 1)) {
      candidate.organisation(0.8);
      candidate.person(run.length() == 2 || run.length() == 3 ? 1.2 : 0.4);
    }
    if (acts(passage, run)) {
      candidate.organisation(1.2);
    }
    if (quoted) {
      candidate.organisation(0.5);
      candidate.model(0.5);
    }
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
    int end = tokens[run.getEnd() - 1].getEnd() - passage.sentence().start();
    return passage.sentence().text().substring(start, end);
  }

  private static String key(Passage passage, Span run) {
    return NameRuns.text(passage.reading(), run.getStart(), run.getEnd());
  }

  /** "Halcyon" after "Halcyon Weather", "Marsh" after "Owen Marsh": one name. */
  private void adoptShortForms() {
    for (String key : List.copyOf(candidates.keySet())) {
      for (String longer : List.copyOf(candidates.keySet())) {
        if (longer.startsWith(key + " ") || longer.endsWith(" " + key)) {
          Candidate whole = candidates.get(longer);
          Candidate part = candidates.remove(key);
          if (whole != null && part != null) {
            part.places().forEach(whole::add);
          }
          break;
        }
      }
    }
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
