package costwire.extract.lexicon;

/**
 * What a word or phrase tells the extractor, in whatever language it stands. A lexicon file lists,
 * under {@code cues}, the words of its language for each.
 */
public enum Cue {
  // What the money or the machines are for
  TRAINING,
  DEVELOPMENT,
  OPERATION,
  PURCHASE,
  HOLDING,
  RENT,
  BUILDING,
  SITE,
  HARDWARE,
  COMPUTE,
  COST,
  USE,
  AI,
  // What money also is, and no claim
  SHARES,
  VALUATION,
  REVENUE,
  FUNDING,
  FINE,
  SALARY,
  PRICE,
  SALES,
  FORECAST,
  ENERGY,
  TIMES,
  // How it is told
  PLAN,
  DOUBT,
  DENIAL,
  SAY,
  ACCORDING,
  ESTIMATE,
  // Whom it is about
  COMPANY,
  PRONOUN,
  OTHERS,
  TITLE,
  // When it was
  AGO,
  AGE,
  HORIZON,
  /** How long something ran: took, lasted, ran for. */
  LASTING,
  /** Where it was: a name behind is a place's, not a company's. */
  LOCATIVE,
  /** The same, in languages that put it behind the name. */
  LOCATED,
  /** A country, or a city known to everybody. */
  PLACE,
  // Small words: never part of a name, never a chip's or a sum's own adjective
  FUNCTION,
  NEGATION
}
