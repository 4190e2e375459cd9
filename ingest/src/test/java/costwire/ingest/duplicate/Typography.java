package costwire.ingest.duplicate;

import java.util.Locale;
import java.util.Random;

/** The same words set by another typesetter. */
final class Typography {
  private Typography() {}

  static String other(String text, Random random) {
    String set = text.replace("'", "\u2019").replace(" - ", " \u2014 ");
    set = set.replaceAll("(\\d),(\\d{3})", random.nextBoolean() ? "$1\u202f$2" : "$1'$2");
    set = set.replace("fi", "\ufb01");
    int firstStop = Math.max(set.indexOf('.'), 1);
    set = set.substring(0, firstStop).toUpperCase(Locale.ROOT) + set.substring(firstStop);
    StringBuilder out = new StringBuilder();
    for (char letter : set.toCharArray()) {
      boolean digit = letter >= '0' && letter <= '9';
      out.append(digit && random.nextInt(4) == 0 ? (char) (letter - '0' + '\uff10') : letter);
      if (letter == '\u0628' && random.nextInt(9) == 0) {
        out.append('\u0640');
      } else if (Character.isLetter(letter) && random.nextInt(60) == 0) {
        out.append('\u00ad');
      }
    }
    return "\u201c" + out.toString().replace("  ", " \u00a0") + "\u201d";
  }
}
