package costwire.extract.text;

/** A list of known words, asked where the next word of unspaced text ends. */
@FunctionalInterface
public interface Words {
  /** Knows no word. */
  Words NONE = (text, from, to) -> 0;

  /**
   * Length of the longest known word that begins at {@code from} and ends at or before {@code to};
   * 0 if none does.
   */
  int longestAt(CharSequence text, int from, int to);

  /** These words and those. */
  default Words or(Words others) {
    return (text, from, to) ->
        Math.max(longestAt(text, from, to), others.longestAt(text, from, to));
  }
}
