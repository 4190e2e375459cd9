package costwire.ingest.page;

/** A run of text between two block boundaries: a paragraph, a heading, an item, a table. */
final class Block {
  /** What holds the text. */
  enum Kind {
    PARAGRAPH(1.0),
    QUOTE(1.0),
    PLAIN(0.8),
    ITEM(0.6),
    PREFORMATTED(0.6),
    TABLE(0.5),
    HEADING(0),
    CAPTION(0);

    private final double worth;

    Kind(double worth) {
      this.worth = worth;
    }
  }

  private static final int LONG = 70;
  private static final int SENTENCE = 25;
  private static final int ENOUGH = 800;

  final Kind kind;
  final int frame;
  final String text;

  /** Length in letters, as Latin text would have it. */
  final int length;

  /** Share of the text that is linked, 0 to 1. */
  final double linked;

  /** Share of the text that is set apart by its slant or size, 0 to 1. */
  final double stressed;

  /** Whether a picture is the last thing before it. */
  final boolean afterImage;

  /** Sentence ends. */
  final int stops;

  private final boolean closed;
  private final boolean prose;
  private final double score;

  Block(Kind kind, int frame, String text, int linkedChars, int stressedChars, boolean afterImage) {
    this.kind = kind;
    this.frame = frame;
    this.text = text;
    this.linked = share(linkedChars, text);
    this.stressed = share(stressedChars, text);
    this.afterImage = afterImage;
    int weight = 0;
    int ends = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      weight += Letters.weight(c);
      ends += Letters.isStop(c) && endsSentence(text, i, c) ? 1 : 0;
    }
    this.length = weight / 10;
    this.stops = ends;
    this.closed = endsClosed(text);
    this.prose = reads();
    this.score = worth();
  }

  private static double share(int chars, String text) {
    return Math.min(1.0, (double) chars / Math.max(1, text.length()));
  }

  private static boolean endsSentence(String text, int at, char c) {
    // "5.6" and "example.com" end nothing.
    return c >= 0x80 || at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /** Whether it reads like running text. */
  boolean isProse() {
    return prose;
  }

  private boolean reads() {
    return (linked <= 0.5 || isWoven()) && (length >= LONG || (length >= SENTENCE && isClosed()));
  }

  /** Sentences with links in them, as bloggers write, rather than a list of links. */
  boolean isWoven() {
    return linked <= 0.75 && length >= 100 && stops > 0 && isClosed() && kind != Kind.HEADING;
  }

  /** Whether its last character but quotation marks and brackets ends a sentence. */
  boolean isClosed() {
    return closed;
  }

  private static boolean endsClosed(String text) {
    int last = text.length() - 1;
    while (last >= 0 && isClosing(text.charAt(last))) {
      last--;
    }
    return last >= 0 && Letters.isStop(text.charAt(last));
  }

  private static boolean isClosing(char c) {
    if (c < 0x80 && Character.isLetterOrDigit(c)) {
      return false;
    }
    switch (Character.getType(c)) {
      case Character.END_PUNCTUATION,
      Character.FINAL_QUOTE_PUNCTUATION,
      Character.INITIAL_QUOTE_PUNCTUATION:
        return true;
      default:
        return c == '"' || c == '\'' || c == ' ';
    }
  }

  boolean isHeading() {
    return kind == Kind.HEADING;
  }

  /** How much it speaks for the body (above 0) or for what surrounds it (below 0). */
  double score() {
    return score;
  }

  private double worth() {
    if (kind == Kind.CAPTION) {
      return 0;
    }
    if (isHeading()) {
      return linked > 0.5 ? -0.8 * length : 0;
    }
    if (linked > 1.0 / 3) {
      return isWoven() ? 0.5 * length * (1 - linked) : -1.5 * length * linked;
    }
    if (isProse()) {
      return kind.worth * Math.min(length, ENOUGH) * (1 - linked);
    }
    switch (kind) {
      case PARAGRAPH:
        return 0.2 * length;
      case TABLE, ITEM, QUOTE, PREFORMATTED:
        return 0;
      default:
        return isClosed() ? 0 : -4;
    }
  }
}
