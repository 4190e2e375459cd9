package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.read.Passage;

/** Whether a sentence leans on somebody named before: the company, it. */
final class Anaphor {
  private Anaphor() {}

  /** Which of the two it has near the amount: "", "C", "P" or "CP". */
  static String in(Passage passage, Amount amount) {
    boolean company = isNear(passage, amount, Cue.COMPANY);
    boolean pronoun = isNear(passage, amount, Cue.PRONOUN);
    return (company ? "C" : "") + (pronoun ? "P" : "");
  }

  private static boolean isNear(Passage passage, Amount amount, Cue cue) {
    return passage.cues(cue).stream()
        .anyMatch(mark -> Distance.clauses(passage, amount, mark.from()) <= 1);
  }
}
