package costwire.extract.claim;

import costwire.extract.lexicon.Cue;
import java.util.Set;
import opennlp.tools.util.Span;

/** Words that companies the world over have in their names. */
final class OrganisationWords {
  private static final Set<String> WORDS =
      Set.of(
          "ai",
          "lab",
          "labs",
          "laboratories",
          "systems",
          "robotics",
          "technologies",
          "technology",
          "tech",
          "group",
          "holding",
          "holdings",
          "energy",
          "bank",
          "capital",
          "ventures",
          "motors",
          "software",
          "analytics",
          "institute",
          "university",
          "solutions",
          "networks",
          "data",
          "cloud",
          "telecom",
          "bio",
          "biotech",
          "pharma",
          "health",
          "dynamics",
          "research",
          "studio",
          "studios",
          "media",
          "digital",
          "logistics",
          "industries",
          "partners",
          "computing",
          "ki",
          "ии",
          "ші");

  private OrganisationWords() {}

  /** Whether a name has such a word, or its language's for artificial intelligence, in it. */
  static boolean isIn(Passage passage, Span run) {
    if (run.length() < 2) {
      return false;
    }
    for (int i = run.getStart(); i < run.getEnd(); i++) {
      if (WORDS.contains(passage.reading().norm(i))) {
        return true;
      }
    }
    return passage.cues(Cue.AI).stream()
        .anyMatch(mark -> mark.from() > run.getStart() && mark.to() <= run.getEnd());
  }
}
