package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * With what words an article describes its organisations: "the Plymouth lab" is whom it brought in
 * as "Harbour Lights, a research lab in Plymouth".
 */
final class Descriptions {
  /** Words before and behind a name that may describe it. */
  private static final int BEFORE = 4;

  private static final int BEHIND = 6;

  /** Words beside "the company" that say which. */
  private static final int BESIDE = 2;

  /** Letters of a word that endings leave alone, and of the shortest that says anything. */
  private static final int STEM = 5;

  private static final int LEAST = 3;

  /** Names beyond these are not looked at: an article has fewer. */
  private static final int MOST = 400;

  private final List<Passage> passages;
  private final List<List<Party>> parties;
  private final Map<String, Set<String>> bearers = new HashMap<>();

  /** Whom the words beside one amount describe, and how well. */
  record Fit(Map<String, Integer> alone, Set<String> shared) {
    /** Tells whether a name is described, or another is. */
    void describe(String name, String prefix, Features features) {
      int words = alone.getOrDefault(name, 0);
      features.add(prefix + "fits", words > 0).add(prefix + "fitsWell", words > 1);
      features.add(prefix + "fitsToo", words == 0 && shared.contains(name));
      features.add(prefix + "fitsNot", words == 0 && !alone.isEmpty());
    }
  }

  Descriptions(List<Passage> passages, List<List<Party>> parties) {
    this.passages = passages;
    this.parties = parties;
    int looked = 0;
    for (int i = 0; i < passages.size(); i++) {
      for (Party party : parties.get(i)) {
        String company = party.company();
        if (company != null && party.role() == Party.Role.ORGANISATION && looked++ < MOST) {
          describe(i, party.span(), company);
        }
      }
    }
  }

  private void describe(int index, Span name, String company) {
    Passage passage = passages.get(index);
    int from = Math.max(0, name.getStart() - BEFORE);
    int to = Math.min(passage.reading().size(), name.getEnd() + BEHIND);
    for (int i = from; i < to; i++) {
      String stem = stem(passage.reading(), i);
      if (stem != null && (name.contains(i) || !isNamed(index, i))) {
        bearers.computeIfAbsent(stem, s -> new HashSet<>()).add(company);
      }
    }
  }

  private boolean isNamed(int index, int token) {
    return parties.get(index).stream().anyMatch(party -> party.span().contains(token));
  }

  /** Whom the descriptions beside an amount fit: "the Plymouth lab", "the university". */
  Fit of(int index, Amount amount) {
    Passage passage = passages.get(index);
    Map<String, Integer> alone = new HashMap<>();
    Set<String> shared = new HashSet<>();
    Set<String> looked = new HashSet<>();
    for (Mark mark : passage.cues(Cue.COMPANY)) {
      if (Distance.clauses(passage, amount, mark.from()) > 1 || isNamed(index, mark.from())) {
        continue;
      }
      int to = Math.min(passage.reading().size(), mark.to() + BESIDE);
      for (int i = Math.max(0, mark.from() - BESIDE); i < to; i++) {
        String stem = stem(passage.reading(), i);
        boolean apart = passage.clausesBetween(i, mark.from()) > 0;
        if (stem != null && !apart && !isNamed(index, i) && looked.add(stem)) {
          Set<String> borne = bearers.getOrDefault(stem, Set.of());
          if (borne.size() == 1) {
            borne.forEach(name -> alone.merge(name, 1, Integer::sum));
          } else {
            shared.addAll(borne);
          }
        }
      }
    }
    return new Fit(alone, shared);
  }

  /** What endings leave of a word that says something; null for one that does not. */
  private static @Nullable String stem(Reading reading, int token) {
    String norm = reading.norm(token);
    for (String article : reading.lexicon().articles()) {
      if (norm.startsWith(article) && norm.length() >= article.length() + LEAST) {
        norm = norm.substring(article.length());
        break;
      }
    }
    int first = norm.codePointAt(0);
    boolean small =
        reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
    int least = Character.isIdeographic(first) ? 2 : LEAST;
    return !Character.isLetter(first) || small || norm.length() < least
        ? null
        : norm.substring(0, Math.min(STEM, norm.length()));
  }
}
