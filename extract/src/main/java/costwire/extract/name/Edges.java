package costwire.extract.name;

import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Reading;
import costwire.extract.read.Passage;
import java.util.List;
import java.util.Set;
import opennlp.tools.util.Span;

/** Where a name begins and ends in what was tagged as one, and whether there is one in it. */
final class Edges {
  /** What stands around names and is no part of them, folded. */
  private static final Set<String> QUOTES = Set.of("\"", "'", "‚", "‹", "›");

  private Edges() {}

  /** Whether what was tagged says what or where something is, and not which. */
  static boolean isNameless(Passage passage, Span span) {
    return isCommonNoun(passage, span)
        || isDescription(passage, span)
        || isPlace(passage, span)
        || isInitial(passage, span);
  }

  /** Whether it is a letter, for a speaker in an interview, say; some firms are called by one. */
  private static boolean isInitial(Passage passage, Span span) {
    String word = passage.reading().word(span.getStart());
    return span.length() == 1
        && word.length() == 1
        && Character.isUpperCase(word.charAt(0))
        && passage.mentions().stream().noneMatch(span::intersects);
  }

  /** Whether it is where something is; a company may be called so, in quotation marks. */
  private static boolean isPlace(Passage passage, Span span) {
    Reading reading = passage.reading();
    return reading.lexicon().places().has(reading, span.getStart(), span.getEnd())
        && !new Place(passage, span).isQuoted();
  }

  /** Whether the first word says what somebody is, as "robot maker" does in one word. */
  static boolean isNounFirst(Place place) {
    int first = place.span().getStart();
    Reading reading = place.passage().reading();
    Cue tail = Compounds.tail(reading, Wording.bare(reading, first));
    return tail == Cue.COMPANY || tail == Cue.OTHERS || tail == Cue.TITLE;
  }

  /** Whether it says what the organisation is, "newspaper", and not which. */
  private static boolean isCommonNoun(Passage passage, Span span) {
    return !new Place(passage, span).isQuoted()
        && passage.cues(Cue.COMPANY).stream()
            .anyMatch(mark -> mark.from() <= span.getStart() && mark.to() >= span.getEnd());
  }

  /**
   * Whether it only describes, in a script that has no capitals to tell: every word bears the
   * article, as adjectives and nouns do ("the smart", "the Chinese") and none says that it is an
   * organisation; or there is a word in it of which no names are made.
   */
  private static boolean isDescription(Passage passage, Span span) {
    Reading reading = passage.reading();
    List<String> articles = reading.lexicon().articles();
    if (articles.isEmpty() || new Place(passage, span).isQuoted()) {
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

  /** Without quotation marks, the mark of the genitive (Tarn's) and a last particle (Moonjar가). */
  static Span trimmed(Passage passage, Span tagged) {
    Reading reading = passage.reading();
    int from = tagged.getStart();
    int to = tagged.getEnd();
    while (from < to - 1 && isQuote(reading, from)) {
      from++;
    }
    if (to - from > 2 && reading.norm(to - 1).equals("s") && reading.norm(to - 2).equals("'")) {
      to -= 2;
    }
    while (to - 1 > from && isQuote(reading, to - 1)) {
      to--;
    }
    if (to - 1 > from && reading.lexicon().enclitics().contains(reading.norm(to - 1))) {
      to--;
    }
    return new Span(from, to);
  }

  private static boolean isQuote(Reading reading, int token) {
    return QUOTES.contains(reading.norm(token));
  }
}
