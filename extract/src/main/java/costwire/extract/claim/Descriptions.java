package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Features;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Lexicon;
import costwire.extract.lexicon.Nations;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import costwire.extract.text.Fold;
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

  /** Words before and behind an amount that may say whose it is. */
  private static final int NEAR = 15;

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

  private final Map<String, Set<String>> homes = new HashMap<>();

  /** Whom some words describe: how many of them him alone, and who shares one with others. */
  private record Fit(Map<String, Integer> alone, Set<String> shared) {
    Fit() {
      this(new HashMap<>(), new HashSet<>());
    }

    void add(Set<String> bearers) {
      if (bearers.size() == 1) {
        bearers.forEach(name -> alone.merge(name, 1, Integer::sum));
      } else {
        shared.addAll(bearers);
      }
    }

    /** Tells whether a name is described, or another is. */
    void describe(String name, String prefix, Features features) {
      int words = alone.getOrDefault(name, 0);
      boolean too = words == 0 && shared.contains(name);
      features.add(prefix + "fits", words > 0).add(prefix + "fitsWell", words > 1);
      features.add(prefix + "fitsToo", too);
      features.add(prefix + "fitsNot", words == 0 && !alone.isEmpty());
      boolean others = !alone.isEmpty() || !shared.isEmpty();
      features.add(prefix + "fitsOthers", words == 0 && !too && others);
    }
  }

  /**
   * Whom the words beside one amount describe.
   *
   * @param words those beside "the company"
   * @param home those beside "the company" that say where it is from
   * @param near those in the amount's clause that do
   */
  record Fits(Fit words, Fit home, Fit near) {
    /** Tells how well a name fits. */
    void describe(String name, String prefix, Features features) {
      words.describe(name, prefix, features);
      home.describe(name, prefix + "home", features);
      near.describe(name, prefix + "near", features);
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
          place(passages.get(i).reading().lexicon(), party, company);
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

  /** Where it is from describes it as well: "the Chinese lab", "the Hangzhou lab". */
  private void place(Lexicon lexicon, Party party, String company) {
    Set<String> words = new HashSet<>();
    if (party.country() != null) {
      words.addAll(Nations.of(lexicon.code()).words(party.country()));
    }
    if (party.city() != null) {
      words.add(Fold.of(party.city()));
    }
    for (String word : words) {
      String stem = stem(lexicon, word);
      if (stem != null) {
        homes.computeIfAbsent(stem, s -> new HashSet<>()).add(company);
      }
    }
  }

  private boolean isNamed(int index, int token) {
    return parties.get(index).stream().anyMatch(party -> party.span().contains(token));
  }

  /** Whom the descriptions beside an amount fit: "the Plymouth lab", "the university". */
  Fits of(int index, Amount amount) {
    Passage passage = passages.get(index);
    Fits fits = new Fits(new Fit(), new Fit(), new Fit());
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
          fits.words().add(bearers.getOrDefault(stem, Set.of()));
          fits.home().add(homes.getOrDefault(stem, Set.of()));
        }
      }
    }
    near(index, amount, fits.near());
    return fits;
  }

  private void near(int index, Amount amount, Fit fit) {
    Passage passage = passages.get(index);
    int from = Math.max(0, amount.getStart() - NEAR);
    int to = Math.min(passage.reading().size(), amount.getEnd() + NEAR);
    Set<String> looked = new HashSet<>();
    for (int i = from; !homes.isEmpty() && i < to; i++) {
      String stem = stem(passage.reading(), i);
      boolean apart = Distance.clauses(passage, amount, i) > 0;
      if (stem != null && !apart && !isNamed(index, i) && looked.add(stem)) {
        fit.add(homes.getOrDefault(stem, Set.of()));
      }
    }
  }

  /** What endings leave of a word that says something; null for one that does not. */
  private static @Nullable String stem(Reading reading, int token) {
    boolean small =
        reading.longest(token, Lexeme.Sign.class, sign -> sign.cue() == Cue.FUNCTION) != null;
    return small ? null : stem(reading.lexicon(), reading.norm(token));
  }

  private static @Nullable String stem(Lexicon lexicon, String norm) {
    String word = norm;
    for (String article : lexicon.articles()) {
      if (norm.startsWith(article) && norm.length() >= article.length() + LEAST) {
        word = norm.substring(article.length());
        break;
      }
    }
    int first = word.codePointAt(0);
    int least = Character.isIdeographic(first) ? 2 : LEAST;
    return !Character.isLetter(first) || word.length() < least
        ? null
        : word.substring(0, Math.min(STEM, word.length()));
  }
}
