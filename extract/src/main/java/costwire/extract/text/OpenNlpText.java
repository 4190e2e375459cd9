package costwire.extract.text;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as OpenNLP's language model was taught to see it: without addresses, smileys and the like.
 * Its own normalizers do the same, but try each expression at every letter; here one is tried only
 * where what it looks for may begin.
 */
final class OpenNlpText {
  private static final Rule MAIL =
      new Rule(
          "(?<![-+_.0-9A-Za-z])[-+_.0-9A-Za-z]+@[-0-9A-Za-z]+[-.0-9A-Za-z]+",
          (text, at) -> true,
          found -> " ");

  private static final List<Rule> RULES =
      List.of(
          new Rule("[#@]\\S+", (text, at) -> isOneOf("#@", text, at), found -> " "),
          new Rule("(?i)\\b(rt[ :])+", (text, at) -> isOneOf("rR", text, at), found -> " "),
          new Rule("(?i)[:;x]-?[()dop]", (text, at) -> isOneOf(":;xX", text, at), found -> " "),
          new Rule(
              "(?i)([hj])+([aieou])+(\\1+\\2+)+",
              (text, at) -> isOneOf("hHjJ", text, at),
              found -> (found.group(1) + found.group(2)).repeat(2)),
          new Rule("\\d+", (text, at) -> Character.isDigit(text.charAt(at)), found -> " "),
          new Rule("\\s{2,}", OpenNlpText::isDoubled, found -> " "),
          new Rule("(?i)(.)\\1{2,}", OpenNlpText::isDoubled, found -> found.group(1).repeat(2)));

  /** The two in the middle are one letter to Java, and the hyphen behind them a hyphen. */
  private static final Rule EMOJI =
      new Rule(
          "[\\uD83C-\\uDBFF\\uDC00-\\uDFFF]+",
          (text, at) -> text.charAt(at) == '-' || isBeyondKorean(text, at),
          found -> " ");

  private static final Rule ADDRESS =
      new Rule(
          "https?://[-_.?&~;+=/#0-9A-Za-z]+", (text, at) -> isOneOf("h", text, at), found -> " ");

  /** Sets a small letter of ASCII apart from its capital. */
  private static final int SMALL = 0x20;

  private OpenNlpText() {}

  static String of(String written) {
    String text = ADDRESS.apply(EMOJI.apply(written));
    if (text.indexOf('@') >= 0) {
      text = MAIL.apply(text);
    }
    for (Rule rule : RULES) {
      text = rule.apply(text);
    }
    return text.trim();
  }

  private static boolean isOneOf(String letters, String text, int at) {
    return letters.indexOf(text.charAt(at)) >= 0;
  }

  /** Behind the Korean syllables stand halves of letters and rare ones; a pair begins but once. */
  private static boolean isBeyondKorean(String text, int at) {
    return text.charAt(at) >= Character.MIN_SURROGATE
        && (at == 0 || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)));
  }

  /** Whether a sign and the one behind it are alike, or both parts of an empty space. */
  private static boolean isDoubled(String text, int at) {
    if (at + 1 == text.length()) {
      return false;
    }
    char one = text.charAt(at);
    char other = text.charAt(at + 1);
    return (one | SMALL) == (other | SMALL) || (one <= ' ' && other <= ' ');
  }

  /** Where something may begin. */
  private interface Beginning {
    boolean isAt(String text, int at);
  }

  /** What is put in the place of something. */
  private record Rule(Pattern what, Beginning beginning, Function<MatchResult, String> instead) {
    Rule(String what, Beginning beginning, Function<MatchResult, String> instead) {
      this(Pattern.compile(what), beginning, instead);
    }

    String apply(String text) {
      Matcher matcher = null;
      StringBuilder out = null;
      int kept = 0;
      for (int at = 0; at < text.length(); at++) {
        if (!beginning.isAt(text, at)) {
          continue;
        }
        if (matcher == null) {
          matcher = what.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }
        if (matcher.region(at, text.length()).lookingAt()) {
          out = out == null ? new StringBuilder(text.length()) : out;
          out.append(text, kept, at).append(instead.apply(matcher));
          kept = matcher.end();
          at = kept - 1;
        }
      }
      return out == null ? text : out.append(text, kept, text.length()).toString();
    }
  }
}
