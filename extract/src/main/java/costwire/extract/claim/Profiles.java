package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an article speaks of each organisation and person altogether: as one that runs machines,
 * sells them, tells of them.
 */
final class Profiles {
  /** Words between a name and what is said of it. */
  private static final int REACH = 3;

  /** Names beyond these are not looked at: an article has fewer. */
  private static final int MOST = 400;

  private static final List<Cue> SAID =
      List.of(
          Cue.SAY,
          Cue.ACCORDING,
          Cue.ESTIMATE,
          Cue.TRAINING,
          Cue.COST,
          Cue.PURCHASE,
          Cue.HOLDING,
          Cue.RENT,
          Cue.BUILDING,
          Cue.USE,
          Cue.SALES,
          Cue.COMPANY,
          Cue.OTHERS,
          Cue.LOCATIVE,
          Cue.FUNDING,
          Cue.SHARES,
          Cue.TITLE,
          Cue.DEVELOPMENT);

  private final Map<String, Integer> reported = new HashMap<>();
  private final Map<String, Set<String>> profiles = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  Profiles(List<Passage> passages, List<List<Party>> parties) {
    int looked = 0;
    for (int i = 0; i < passages.size(); i++) {
      for (Party party : parties.get(i)) {
        if (looked++ < MOST) {
          look(passages.get(i), party);
        }
      }
    }
    report(passages);
    profiles.forEach(
        (name, profile) -> {
          if (reported(name) > 0) {
            profile.add("reported" + Math.min(3, reported(name)));
          }
        });
  }

  /** Counts each figure once, however often the article tells it. */
  private void report(List<Passage> passages) {
    Set<Draft.Figure> counted = new HashSet<>();
    for (Passage passage : passages) {
      for (Amount amount : passage.amounts()) {
        Draft.Figure figure = Draft.Figure.of(amount);
        if (figure != null && counted.add(figure)) {
          Reports.Match match = Reports.standard().of(amount);
          if (match.isTelling()) {
            match.companies().keySet().forEach(name -> reported.merge(name, 1, Integer::sum));
          }
        }
      }
    }
  }

  /** How many figures of the article were widely reported of an organisation. */
  int reported(String company) {
    return reported.getOrDefault(company, 0);
  }

  private void look(Passage passage, Party party) {
    Set<String> profile = profiles.computeIfAbsent(party.name(), name -> new LinkedHashSet<>());
    if (!passage.inTitle() && party.canSpeak()) {
      order.putIfAbsent(party.name(), order.size());
    }
    int from = party.span().getStart();
    int to = party.span().getEnd();
    for (Cue cue : SAID) {
      for (Mark mark : passage.cues(cue)) {
        boolean near =
            passage.gap(from, to, mark.from(), mark.to()) <= REACH
                && passage.clausesBetween(from, mark.from()) == 0;
        if (near && mark.to() <= from) {
          profile.add(cue + "<");
        } else if (near && mark.from() >= to) {
          profile.add(cue + ">");
        }
      }
    }
    profile.add(party.kind());
    if (!passage.amounts().isEmpty()) {
      profile.add("amounts");
    }
  }

  /** Adds what is said of a name, each with a prefix. */
  void describe(String name, String prefix, Features features) {
    for (String said : profiles.getOrDefault(name, Set.of())) {
      features.add(prefix + said);
    }
    int place = order.getOrDefault(name, -1);
    features.add(prefix + "place" + (place < 0 ? "?" : Integer.toString(Math.min(3, place))));
  }
}
