package costwire.extract.score;

import com.fasterxml.jackson.databind.JsonNode;

/** Counts of one row of the table. */
final class Tally {
  private int gold;
  private int got;
  private int found;
  private int linked;
  private int strict;

  void missed() {
    gold++;
  }

  void falseAlarm() {
    got++;
  }

  void matched(Gold expected, JsonNode extracted) {
    gold++;
    got++;
    found++;
    if (expected.accepts("company", extracted)) {
      linked++;
      if (expected.accepts("bound", extracted)
          && expected.accepts("chip", extracted)
          && expected.accepts("scope", extracted)) {
        strict++;
      }
    }
  }

  int gold() {
    return gold;
  }

  int got() {
    return got;
  }

  double precision() {
    return got == 0 ? 0 : (double) found / got;
  }

  double recall() {
    return gold == 0 ? 0 : (double) found / gold;
  }

  double foundF1() {
    return f1(found);
  }

  double linkedF1() {
    return f1(linked);
  }

  double strictF1() {
    return f1(strict);
  }

  private double f1(int right) {
    return gold + got == 0 ? 0 : 2.0 * right / (gold + got);
  }
}
