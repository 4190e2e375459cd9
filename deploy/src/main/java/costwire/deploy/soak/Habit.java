package costwire.deploy.soak;

import java.util.SplittableRandom;

/** How a simulated host treats its readers. */
enum Habit {
  STEADY(58),
  /** Its robots.txt asks for a second between two requests. */
  DELAYED(8),
  /** Takes its time before every answer. */
  SLOW(7),
  /** Answers every seventh request with 429 and a time to stay away. */
  LIMITING(7),
  /** Answers 503 for some seconds of every half minute. */
  FAILING(5),
  /** Knows no validators: always answers in full. */
  FORGETFUL(4),
  /** Its robots.txt forbids everything. */
  CLOSED(3),
  /** Its robots.txt forbids some of its articles. */
  PARTLY_CLOSED(4),
  /** Calls its feeds pictures, cuts some answers short of their stated length, renames its tags. */
  LYING(3),
  /** Takes the request and never answers. */
  HUNG(1);

  private final int weight;

  Habit(int weight) {
    this.weight = weight;
  }

  static Habit drawn(SplittableRandom chance) {
    int left = chance.nextInt(100);
    for (Habit habit : values()) {
      left -= habit.weight;
      if (left < 0) {
        return habit;
      }
    }
    return STEADY;
  }

  /** Whether it tells an unchanged feed by its validators. */
  boolean validates() {
    return this != FORGETFUL && this != LYING;
  }

  /** Whether its articles may be read at all. */
  boolean isReadable() {
    return this != CLOSED && this != HUNG;
  }
}
