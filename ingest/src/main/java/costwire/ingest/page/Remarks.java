package costwire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what readers wrote beneath the article, by its shape: a row of elements of one look behind
 * the text, each with a name or a time before its words; and what stands around the form to add to
 * it.
 */
final class Remarks {
  private static final int LABEL = 45;
  private static final int LEAST_TEXT = 200;
  private static final int ROW = 3;
  private static final int TEASER = 300;
  private static final double HALF = 0.5;

  private final List<Block> blocks;
  private final List<Frame> frames;
  private final double[] massBefore;

  /** The letters of running text before each block. */
  private final double[] textBefore;

  private Remarks(PageWalk walk) {
    this.blocks = walk.blocks;
    this.frames = walk.frames;
    this.massBefore = new double[blocks.size() + 1];
    this.textBefore = new double[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      massBefore[i + 1] = massBefore[i] + Math.max(0, block.score());
      boolean text = block.isProse() && block.linked < 0.2;
      textBefore[i + 1] = textBefore[i] + (text ? block.length : 0);
    }
  }

  /** Marks the elements that hold remarks as dropped. */
  static void drop(PageWalk walk, double allMass) {
    Remarks remarks = new Remarks(walk);
    for (int form : walk.forms) {
      remarks.dropAround(form, allMass);
    }
    remarks.dropRows();
    remarks.dropTeasers(allMass);
  }

  private double mass(Frame frame) {
    return massBefore[frame.endBlock] - massBefore[frame.firstBlock];
  }

  /** The widest element around a form that holds neither the title nor much of the text. */
  private void dropAround(int form, double allMass) {
    Frame around = frames.get(form);
    if (around.holdsArticle || mass(around) >= HALF * allMass) {
      return;
    }
    while (around.parent > 0) {
      Frame next = frames.get(around.parent);
      if (next.holdsArticle || mass(next) >= HALF * allMass || next.hint.isGood()) {
        break;
      }
      around = next;
    }
    around.dropped = true;
  }

  private void dropRows() {
    Map<Row, List<Frame>> rows = new HashMap<>();
    for (Frame frame : frames) {
      int inside = frame.endBlock - frame.firstBlock;
      if (inside >= 2 && inside < 40 && isRemark(frame)) {
        rows.computeIfAbsent(new Row(frame.parent, frame.kind()), row -> new ArrayList<>())
            .add(frame);
      }
    }
    int title = title();
    for (List<Frame> row : rows.values()) {
      int first = Math.max(title, row.get(0).firstBlock);
      // Readers have their say when the article has had its own.
      if (row.size() >= ROW && textBefore[first] - textBefore[title] >= LEAST_TEXT) {
        row.forEach(frame -> frame.dropped = true);
      }
    }
  }

  private record Row(int parent, String kind) {}

  /** Headlines of other articles with a line or two each, unless they are what the page is of. */
  private void dropTeasers(double allMass) {
    List<Frame> teasers = new ArrayList<>();
    double mass = 0;
    for (Frame frame : frames) {
      int inside = frame.endBlock - frame.firstBlock;
      if (inside >= 2 && inside <= 4 && !frame.dropped && isTeaser(frame)) {
        teasers.add(frame);
        mass += mass(frame);
      }
    }
    if (mass < HALF * allMass) {
      teasers.forEach(frame -> frame.dropped = true);
    }
  }

  private boolean isTeaser(Frame frame) {
    Block headline = blocks.get(frame.firstBlock);
    boolean leads = headline.linked > 0.8 && headline.length > 12;
    boolean titled = headline.isHeading() || (frame.images > 0 && headline.length > LABEL / 2);
    return leads && titled && !frame.isPart() && !frame.holdsArticle && mass(frame) < TEASER;
  }

  /** The first block of the title's heading; 0 if there is none. */
  private int title() {
    int title = 0;
    for (Frame frame : frames) {
      title = frame.holdsTitle && frame.isPart() ? frame.firstBlock : title;
    }
    return title;
  }

  /** A name or a time, then words, and something to press or to follow. */
  private boolean isRemark(Frame frame) {
    Block label = blocks.get(frame.firstBlock);
    boolean named =
        !label.isHeading()
            && label.kind != Block.Kind.CAPTION
            && label.kind != Block.Kind.PARAGRAPH
            && label.length <= LABEL
            && !label.isProse();
    if (!named || frame.images > 2 || frame.holdsArticle) {
      return false;
    }
    boolean words = false;
    boolean linked = frame.controls > 0;
    for (int i = frame.firstBlock; i < frame.endBlock; i++) {
      Block block = blocks.get(i);
      if (block.isHeading()) {
        return false;
      }
      words |= i > frame.firstBlock && block.linked < 0.3 && block.length > 10;
      linked |= block.linked > 0.3 && block.length <= LABEL;
    }
    return words && linked;
  }
}
