package costwire.extract.lexicon;

import java.math.BigDecimal;

/** What a phrase of a language's lexicon stands for. */
public sealed interface Lexeme {
  /** A spelled-out number: one, twelve, ninety, one and a half. */
  record Atom(BigDecimal value) implements Lexeme {}

  /** A power that multiplies what stands before it; alone it is one of it. */
  record Power(BigDecimal value, boolean abbreviated) implements Lexeme {}

  /** What makes a power a rough one behind a number: dua RIBUAN. */
  record RoughPower() implements Lexeme {}

  /** A plural power, vague where nothing stands before it: thousands, millions, 数 before 万. */
  record Vague(BigDecimal value) implements Lexeme {}

  /** What several-ness a word gives the power behind it. */
  record Several(BigDecimal low, BigDecimal high) implements Lexeme {}

  /** A number that its own word makes a rough one: une dizaine, a dozen, десяток. */
  record Rounded(BigDecimal value) implements Lexeme {}

  /** A power behind which a last lone digit counts its tenths: 两万五 is 25,000. */
  record Tenths() implements Lexeme {}

  /** A power or unit that makes the number behind it a rough one: миллионов пять, часов пять. */
  record Inverted() implements Lexeme {}

  /** Behind a sum of which only the leading digits are told: 2億円台 is two to three. */
  record Band() implements Lexeme {}

  /** Half of the unit that stands before or between. */
  record PlusHalf() implements Lexeme {}

  /** Part of a currency's unit: two dollars and forty CENTS. */
  record Minor(BigDecimal of) implements Lexeme {}

  /** A word inside a spelled-out number: two hundred AND fifty. */
  record Joiner() implements Lexeme {}

  /** What a whole number is divided by: six TENTHS. */
  record Parts(BigDecimal value) implements Lexeme {}

  /** The decimal sign as a word: five POINT six. */
  record Point() implements Lexeme {}

  /** Between the parts of a number that leave its value open above: 一千多万, 10余万. */
  record Odd() implements Lexeme {}

  /** Between a number and what it counts: millions OF dollars. */
  record Of() implements Lexeme {}

  /** How an amount is limited, and on which side of the amount the word stands. */
  record Limit(Kind kind, boolean before) implements Lexeme {
    /** The kinds of limit. */
    public enum Kind {
      ABOUT,
      AT_LEAST,
      AT_MOST
    }
  }

  /** Between the ends of a range, or before its first. */
  record Range(Place place) implements Lexeme {
    /** Where the word stands. */
    public enum Place {
      OPENER,
      BETWEEN,
      /** Before the first of two ends that "and" joins. */
      BOTH,
      /** Between two ends, where a word before or behind them says that they are ends. */
      AND,
      /** The same as BOTH, in languages that put it behind the second end. */
      CLOSER,
      OR_EVEN
    }
  }

  /**
   * A currency, or the name that several share.
   *
   * @param code whether it is an ISO code, which counts in capitals only
   */
  record Currency(String codeOrType, boolean code) implements Lexeme {}

  /**
   * A unit of time, in hours.
   *
   * @param dates whether dates end in it too: 45日 is a time, 5日 the fifth
   */
  record Time(String unit, BigDecimal hours, boolean dates) implements Lexeme {}

  /** A duration in a word of its own, in hours from least to most: شهرين, שבועיים, 수개월. */
  record Span(BigDecimal low, BigDecimal high) implements Lexeme {}

  /** Beside a duration that tells when something was: three years AGO, VOR drei Jahren. */
  record Ago(Side side) implements Lexeme {}

  /** A limit that says "during" as well: OVER three weeks, UNDER tre veckor. */
  record During() implements Lexeme {}

  /** Behind a unit of time that is a certain one: bulan INI, tháng NÀY. */
  record Deictic() implements Lexeme {}

  /** Beside a count of what was spoken of before: 64 OF THEM, THE REMAINING 512. */
  record OfThem(Side side) implements Lexeme {}

  /** On which side of an amount a word stands. */
  enum Side {
    BEFORE,
    BEHIND
  }

  /** "per", before a unit. */
  record Per() implements Lexeme {}

  /** A whole rate in a word: daily, annually. */
  record Rate(String per) implements Lexeme {}

  /** A word for a chip. */
  record ChipNoun() implements Lexeme {}

  /** A word for counting chips: 块, 基, adet, pieces. */
  record Counter() implements Lexeme {}

  /** A machine that holds several chips: node, server, rack. */
  record Host() implements Lexeme {}

  /** What says that a count is one machine's: 8 A100 EACH. */
  record Each() implements Lexeme {}

  /** A part of a chip whose time is counted: TPU CORE hours. */
  record Core() implements Lexeme {}

  /** The name of a Latin letter in another script: एच, เอช. */
  record Letter(String latin) implements Lexeme {}

  /** Between a chip's noun and its name: "of the type". */
  record OfType() implements Lexeme {}

  /** An hour of one chip, in a word of its own; the number of hours. */
  record ChipTime(BigDecimal hours) implements Lexeme {}

  /** A decision's evidence. */
  record Sign(Cue cue) implements Lexeme {}
}
