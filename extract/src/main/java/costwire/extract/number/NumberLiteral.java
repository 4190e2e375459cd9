package costwire.extract.number;

import costwire.extract.lexicon.Lexicon;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads digits with their separators as the language writes them. What could be off by a thousand
 * is not read at all.
 */
final class NumberLiteral {
  /** Longer ones are serial numbers, as are those that begin with two noughts. */
  private static final int MOST_DIGITS = 18;

  private NumberLiteral() {}

  /**
   * The value, or null where the digits can be read two ways.
   *
   * @param literal folded: ASCII digits
   * @param powerFollows whether a word such as "million" stands behind it
   */
  static @Nullable BigDecimal read(String literal, Lexicon lexicon, boolean powerFollows) {
    String s = withoutSureGroups(literal);
    if (s == null || s.length() > MOST_DIGITS + 6 || s.startsWith("00")) {
      return null;
    }
    s = s.replace('٫', '¦');
    int points = count(s, '.');
    int commas = count(s, ',');
    int arabic = count(s, '¦');
    if (arabic > 0) {
      return arabic == 1 ? decimal(s, '¦') : null;
    }
    if (points + commas == 0) {
      return s.length() <= MOST_DIGITS ? new BigDecimal(s) : null;
    }
    if (points > 0 && commas > 0) {
      return decimal(s, s.lastIndexOf('.') > s.lastIndexOf(',') ? '.' : ',');
    }
    char sign = points > 0 ? '.' : ',';
    return points + commas > 1 ? grouped(s, sign) : one(s, sign, lexicon, powerFollows);
  }

  /** A single point or comma: a fraction, or thousands? */
  private static @Nullable BigDecimal one(
      String s, char sign, Lexicon lexicon, boolean powerFollows) {
    int at = s.indexOf(sign);
    String fraction = s.substring(at + 1);
    boolean mayGroup = fraction.length() == 3 && at <= 3 && s.charAt(0) != '0';
    if (!mayGroup) {
      return decimal(s, sign);
    }
    boolean groups = lexicon.grouping().indexOf(sign) >= 0;
    if (sign == lexicon.decimal()) {
      // 294,000 in a German text is English style; 1,234 could be either.
      // 3,100 million may be either: elsewhere the same language writes thousands so.
      boolean fractional = powerFollows && (sign == '.' || !fraction.endsWith("0"));
      return fraction.equals("000") ? grouped(s, sign) : fractional ? decimal(s, sign) : null;
    }
    return groups || !powerFollows ? grouped(s, sign) : null;
  }

  private static @Nullable BigDecimal decimal(String s, char sign) {
    int at = s.lastIndexOf(sign);
    if (s.indexOf(sign) != at) {
      return null;
    }
    String whole = s.substring(0, at);
    char other = sign == '.' ? ',' : '.';
    if (whole.indexOf(other) >= 0) {
      BigDecimal value = grouped(whole, other);
      return value == null
          ? null
          : new BigDecimal(value.toPlainString() + "." + s.substring(at + 1));
    }
    return new BigDecimal(whole + "." + s.substring(at + 1));
  }

  /** Groups of three, or of two before the last three as in India. */
  private static @Nullable BigDecimal grouped(String s, char sign) {
    String[] groups = s.split(java.util.regex.Pattern.quote(String.valueOf(sign)), -1);
    for (int i = 0; i < groups.length; i++) {
      int length = groups[i].length();
      boolean last = i == groups.length - 1;
      if (last ? length != 3 : length < (i == 0 ? 1 : 2) || length > 3) {
        return null;
      }
    }
    String digits = String.join("", groups);
    return digits.length() <= MOST_DIGITS ? new BigDecimal(digits) : null;
  }

  /** Spaces, apostrophes and the Arabic sign only ever part thousands. */
  private static @Nullable String withoutSureGroups(String literal) {
    StringBuilder digits = new StringBuilder(literal.length());
    int sinceSign = -1;
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      boolean sign = c == '\'' || c == '٬' || Character.isSpaceChar(c);
      if (sign || c == '.' || c == ',' || c == '٫') {
        if (sinceSign >= 0 && sinceSign != 3 && !(sign && sinceSign == 2)) {
          return null;
        }
        sinceSign = sign ? 0 : -1;
      } else if (sinceSign >= 0) {
        sinceSign++;
      }
      if (!sign) {
        digits.append(c);
      }
    }
    return sinceSign >= 0 && sinceSign != 3 ? null : digits.toString();
  }

  private static int count(String s, char sign) {
    return (int) s.chars().filter(c -> c == sign).count();
  }
}
