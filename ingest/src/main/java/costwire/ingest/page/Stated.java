package costwire.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text that a publisher gives to machines, against what was found on the page. Where both are
 * the same article, paragraphs that the publisher does not know are not part of it.
 */
final class Stated {
  /** Letters that are compared at once. */
  private static final int WINDOW = 24;

  private static final int MAX_LENGTH = 100_000;
  private static final double SAME = 0.85;
  private static final double KNOWN = 0.5;

  private final String letters;

  /** Where the block ends that was found last: most blocks stand there in their order. */
  private int at;

  /** For blocks that stand elsewhere or in parts; empty until there is one. */
  private final Set<String> windows = new HashSet<>();

  private Stated(String text) {
    this.letters = letters(text);
  }

  /** The blocks without those that the stated text does not know, if it knows most of them. */
  static List<Block> agreed(List<Block> blocks, @Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH || text.length() < 20 * WINDOW) {
      return blocks;
    }
    Stated stated = new Stated(text);
    List<Block> kept = new ArrayList<>();
    double all = 0;
    double known = 0;
    for (Block block : blocks) {
      double share = stated.share(letters(block.text));
      if (mayBeKnown(block, share)) {
        kept.add(block);
      }
      all += block.length;
      known += share < 0 ? block.length : share * block.length;
    }
    return known < SAME * all ? blocks : kept;
  }

  /** Headings, lists and tables are often left out of the stated text. */
  private static boolean mayBeKnown(Block block, double share) {
    boolean prose = block.kind == Block.Kind.PARAGRAPH || block.kind == Block.Kind.PLAIN;
    return !prose || share < 0 || share >= KNOWN;
  }

  /** How much of a block is known; below 0 where it is too short to tell. */
  private double share(String block) {
    boolean next = letters.startsWith(block, at);
    at += next ? block.length() : 0;
    int seen = 0;
    int known = 0;
    for (int i = 0; i + WINDOW <= block.length(); i += WINDOW / 2) {
      seen++;
      known += next || isKnown(block.substring(i, i + WINDOW)) ? 1 : 0;
    }
    return seen == 0 ? -1 : (double) known / seen;
  }

  private boolean isKnown(String window) {
    if (windows.isEmpty()) {
      for (int i = 0; i + WINDOW <= letters.length(); i++) {
        windows.add(letters.substring(i, i + WINDOW));
      }
    }
    return windows.contains(window);
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.appendCodePoint(Character.toLowerCase(c)));
    return letters.toString();
  }
}
