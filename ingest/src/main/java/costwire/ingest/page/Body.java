package costwire.ingest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the body among a page's blocks. Every block speaks for the body or against it, by its
 * length, its links and its sentence ends; an element is worth the sum of its blocks; the element
 * worth most holds the body, less those of its branches that are worth nothing.
 */
final class Body {
  /** An element with so much of the page's prose is not beside the body, whatever its name. */
  private static final double MOST = 0.9;

  private static final double HALF = 0.5;

  /** A child worth so much of its parent is the body without the rest. */
  private static final double NEARLY_ALL = 0.85;

  private static final int BOX = 800;
  private static final int CAPTION = 400;

  /** No notice has more paragraphs. */
  private static final int MANY = 3;

  private final List<Block> blocks;
  private final List<Frame> frames;
  private final Titles titles;
  private final double allMass;

  /** How many children of one look each element has, counted when asked for. */
  private final Map<Integer, Map<String, Integer>> alike = new HashMap<>();

  private Body(PageWalk walk, String title) {
    this.blocks = walk.blocks;
    this.frames = walk.frames;
    this.titles = new Titles(walk, title);
    double mass = 0;
    for (Block block : blocks) {
      mass += Math.max(0, block.score());
    }
    this.allMass = mass;
  }

  /**
   * The body's paragraphs, parted by blank lines; empty if there is none.
   *
   * @param stated the text that the publisher gives to machines; null if there is none
   */
  static String of(PageWalk walk, String title, List<String> authors, @Nullable String stated) {
    Body body = new Body(walk, title);
    Remarks.drop(walk, body.allMass);
    body.weigh();
    Frame root = body.narrowed(body.best());
    List<Block> chosen = new Choice(walk, root, new Furniture(title, authors)).blocks();
    return Stated.agreed(chosen, stated).stream()
        .map(block -> block.text)
        .collect(Collectors.joining("\n\n"));
  }

  /** Bottom-up: children stand behind their parents in the list. */
  private void weigh() {
    for (Block block : blocks) {
      Frame frame = frames.get(block.frame);
      double score = block.score() * (frame.hint.isGood() ? 1.2 : 1);
      frame.value += score;
      frame.mass += Math.max(0, score);
    }
    for (int i = frames.size() - 1; i > 0; i--) {
      Frame frame = frames.get(i);
      if (frame.dropped || isBeside(frame)) {
        frame.dropped = true;
        frame.value = Math.min(0, frame.value) - 10;
        frame.mass = 0;
      }
      Frame parent = frames.get(frame.parent);
      parent.value += frame.value;
      parent.mass += frame.mass;
    }
  }

  private boolean isBeside(Frame frame) {
    double share = allMass == 0 ? 0 : frame.mass / allMass;
    if (frame.holdsArticle && share > 0.2) {
      return false;
    }
    switch (frame.hint) {
      case CLUTTER:
        return share < MOST;
      case ASIDE:
        return share < HALF && frame.mass < BOX;
      case CAPTION:
        return share < HALF && frame.mass < CAPTION;
      default:
        return share < HALF && !frame.isPart() && (isForm(frame) || isPicture(frame));
    }
  }

  /** A little text with a button or a field: a notice, a form, a player. */
  private boolean isForm(Frame frame) {
    if (frame.fields == 0) {
      return frame.controls > 0 && frame.mass < BOX / 3.0 && !isOneOfMany(frame);
    }
    int paragraphs = 0;
    for (int i = frame.firstBlock; i < frame.endBlock && frame.mass < BOX; i++) {
      paragraphs += blocks.get(i).isProse() && blocks.get(i).linked < 0.2 ? 1 : 0;
    }
    return frame.mass < BOX && paragraphs <= MANY;
  }

  /** Parts of a text that can be shared one by one look alike. */
  private boolean isOneOfMany(Frame frame) {
    return frame.mass > BOX / 10.0
        && alike.computeIfAbsent(frame.parent, this::looks).getOrDefault(frame.kind(), 0) > MANY;
  }

  private Map<String, Integer> looks(int parent) {
    Map<String, Integer> looks = new HashMap<>();
    Frame whole = frames.get(parent);
    for (int i = parent + 1; i < whole.endFrame; i = frames.get(i).endFrame) {
      looks.merge(frames.get(i).kind(), 1, Integer::sum);
    }
    return looks;
  }

  /** A picture with a line or two under it. */
  private boolean isPicture(Frame frame) {
    int inside = frame.endBlock - frame.firstBlock;
    if (frame.images == 0 || inside == 0 || inside > 3 || frame.mass >= CAPTION / 2.0) {
      return false;
    }
    for (int i = frame.firstBlock; i < frame.endBlock; i++) {
      Block block = blocks.get(i);
      boolean paragraph = block.kind == Block.Kind.PARAGRAPH && inside == 1 && !block.afterImage;
      if (block.isHeading() || block.kind == Block.Kind.ITEM || paragraph) {
        return false;
      }
    }
    return blocks.get(frame.firstBlock).afterImage;
  }

  private Frame best() {
    Frame best = frames.get(0);
    for (Frame frame : frames) {
      if (frame.value >= best.value && !frame.dropped) {
        best = frame;
      }
    }
    Frame declared = declared(best);
    return declared == null ? nearTitle(best) : declared;
  }

  /** What is declared to be the body; all of it where it is declared in parts. */
  private @Nullable Frame declared(Frame best) {
    for (Frame frame : frames) {
      if (frame.hint == Hint.BODY && !frame.isPart() && !frame.dropped && frame.value > 0) {
        Frame whole = titles.whole(frame);
        if (whole.value >= HALF * best.value && whole.value > BOX / 4.0) {
          return whole;
        }
      }
    }
    return null;
  }

  /** The smallest element around the title that holds real text, if the best is much wider. */
  private Frame nearTitle(Frame best) {
    Frame up = titles.heading;
    if (up == null || up.index <= best.index || up.index >= best.endFrame) {
      return best;
    }
    for (; up.index != best.index; up = frames.get(up.parent)) {
      if (!up.dropped && isReal(up, best) && !titles.goesOn(up, best)) {
        return up;
      }
    }
    return best;
  }

  /** Enough to be the body: a standfirst beside the title is not. */
  private static boolean isReal(Frame frame, Frame best) {
    return frame.value > 0
        && ((frame.mass > 150 && frame.mass >= best.mass / 4)
            || (frame.mass > 80 && frame.mass >= best.mass / 2));
  }

  private Frame narrowed(Frame from) {
    Frame frame = from;
    Frame next = heir(frame);
    while (next != null) {
      frame = next;
      next = heir(frame);
    }
    return frame;
  }

  /** The child that is worth nearly all of it, unless what stands beside it reads alike. */
  private @Nullable Frame heir(Frame frame) {
    for (int i = frame.index + 1; i < frame.endFrame; i = frames.get(i).endFrame) {
      Frame child = frames.get(i);
      if (!child.isPart() && child.value >= NEARLY_ALL * frame.value && !readsOn(frame, child)) {
        return child;
      }
    }
    return null;
  }

  /** Whether paragraphs stand directly beside the child. */
  private boolean readsOn(Frame frame, Frame child) {
    for (int i = frame.firstBlock; i < frame.endBlock; i++) {
      Block block = blocks.get(i);
      boolean inside = i >= child.firstBlock && i < child.endBlock;
      boolean direct =
          block.frame == frame.index
              || (frames.get(block.frame).parent == frame.index
                  && frames.get(block.frame).tag.equals("p"));
      if (!inside && direct && block.isProse() && block.linked < 0.2) {
        return true;
      }
    }
    return false;
  }
}
