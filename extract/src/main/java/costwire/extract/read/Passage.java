package costwire.extract.read;

import costwire.extract.catalogue.Mention;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Cue;
import costwire.extract.lexicon.Lexeme;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.Reading.Mark;
import costwire.extract.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A sentence as it was read: its words, what its lexicon says of them, its names and amounts. */
public final class Passage {
  /** Tokens of an insertion that the sentence runs on behind. */
  private static final int LONGEST_ASIDE = 7;

  private final boolean inTitle;
  private final Sentence sentence;
  private final Reading reading;
  private final List<Mention> mentions;
  private final List<Amount> amounts;
  private final List<Amount> supposed;
  private final Map<Cue, List<Mark>> cues = new EnumMap<>(Cue.class);
  private final int[] clause;
  private final boolean[] aside;

  Passage(
      boolean inTitle,
      Sentence sentence,
      Reading reading,
      List<Mention> mentions,
      List<Amount> amounts,
      List<Amount> supposed) {
    this.inTitle = inTitle;
    this.sentence = sentence;
    this.reading = reading;
    this.mentions = List.copyOf(mentions);
    this.amounts = List.copyOf(amounts);
    this.supposed = List.copyOf(supposed);
    this.aside = asides(reading);
    this.clause = clauses(reading, aside);
    for (int i = 0; i < reading.size(); i++) {
      for (Mark mark : reading.at(i)) {
        if (mark.lexeme() instanceof Lexeme.Sign sign) {
          cues.computeIfAbsent(sign.cue(), cue -> new ArrayList<>(2)).add(mark);
        }
      }
    }
  }

  /** The same sentence with other amounts. */
  Passage with(List<Amount> others, List<Amount> othersSupposed) {
    return new Passage(inTitle, sentence, reading, mentions, others, othersSupposed);
  }

  /** Numbers the clauses: marks of punctuation part them, but not those inside a number. */
  private static int[] clauses(Reading reading, boolean[] aside) {
    int[] clause = new int[reading.size()];
    int number = 0;
    for (int i = 0; i < clause.length; i++) {
      clause[i] = number;
      String norm = reading.norm(i);
      boolean stop = norm.equals(";") || norm.equals(":") || norm.equals("؛") || isComma(norm);
      boolean ends = stop || (norm.equals("-") && isDash(reading, i));
      if (ends && !aside[i]) {
        number++;
      }
    }
    return clause;
  }

  /** Marks the tokens of short insertions: (R1), ", owner of DeepSeek,". */
  private static boolean[] asides(Reading reading) {
    boolean[] aside = new boolean[reading.size()];
    int opened = -1;
    int comma = -1;
    for (int i = 0; i < aside.length; i++) {
      String norm = reading.norm(i);
      if (norm.equals("(")) {
        opened = i;
      } else if (norm.equals(")") && opened >= 0 && i - opened <= LONGEST_ASIDE) {
        Arrays.fill(aside, opened, i + 1, true);
      } else if (isComma(norm)) {
        if (comma >= 0 && i - comma <= LONGEST_ASIDE) {
          Arrays.fill(aside, comma, i + 1, true);
          comma = -1;
        } else {
          comma = i;
        }
      }
    }
    return aside;
  }

  private static boolean isComma(String norm) {
    return norm.equals(",") || norm.equals("،");
  }

  private static boolean isDash(Reading reading, int token) {
    String word = reading.word(token);
    return word.equals("—") || word.equals("–");
  }

  public boolean inTitle() {
    return inTitle;
  }

  public Sentence sentence() {
    return sentence;
  }

  public Reading reading() {
    return reading;
  }

  /** Catalogue names, in order. */
  public List<Mention> mentions() {
    return mentions;
  }

  public List<Amount> amounts() {
    return amounts;
  }

  /** Numbers that may be amounts, each with its doubts, in order. */
  public List<Amount> supposed() {
    return supposed;
  }

  /** Whether more than a space parts it from the sentence before: an empty line, as a rule. */
  public boolean opensParagraph(Passage before) {
    return sentence.start() - before.sentence.start() - before.sentence.text().length() > 1;
  }

  /** Where a cue stands in the sentence, in order. */
  public List<Mark> cues(Cue cue) {
    return cues.getOrDefault(cue, List.of());
  }

  public boolean has(Cue cue) {
    return cues.containsKey(cue);
  }

  /** How many clause boundaries lie between two tokens. */
  public int clausesBetween(int one, int other) {
    return Math.abs(clause[bounded(one)] - clause[bounded(other)]);
  }

  /** Whether the token stands at the head of the sentence or of a clause. */
  public boolean isHead(int token) {
    return token == 0 || clausesBetween(token - 1, token) > 0;
  }

  private int bounded(int token) {
    return Math.max(0, Math.min(clause.length - 1, token));
  }

  /** Whether the token stands in an insertion. */
  public boolean isAside(int token) {
    return aside[bounded(token)];
  }

  /** Tokens between two spans, insertions between them not counted; 0 where they touch. */
  public int gap(int from, int to, int otherFrom, int otherTo) {
    int start = Math.min(to, otherTo);
    int end = Math.max(from, otherFrom);
    int gap = 0;
    for (int i = start; i < end; i++) {
      gap += aside[bounded(i)] ? 0 : 1;
    }
    return gap;
  }

  /** First UTF-16 unit of the amount in its field. */
  public int startOf(Amount amount) {
    return sentence.tokens()[amount.getStart()].getStart();
  }

  /** One past the last UTF-16 unit of the amount in its field. */
  public int endOf(Amount amount) {
    return sentence.tokens()[amount.getEnd() - 1].getEnd();
  }
}
