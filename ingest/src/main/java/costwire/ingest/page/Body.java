package costwire.ingest.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the body among a page's blocks. Every block speaks for the body or against it, by its
 * length, its links and its sentence ends; an element is worth the sum of its blocks; the element
 * worth most holds the body, less those of its branches that are worth nothing. No word of any
 * language is looked at, only names in the code.
 */
final class Body {
  /** An element with so much of the page's prose is not beside the body, whatever its name. */
  private static final double MOST = 0.9;

  private static final double HALF = 0.5;

  /** A child worth so much of its parent is the body without the rest. */
  private static final double NEARLY_ALL = 0.85;

  private static final int BOX = 800;

  private final List<Block> blocks;
  private final List<Frame> frames;
  private final String title;
  private final double allMass;

  /** How the elements look that hold running text. */
  private final Set<String> proseLooks;

  private Body(PageWalk walk, String title) {
    this.blocks = walk.blocks;
    this.frames = walk.frames;
    this.title = title;
    this.allMass = blocks.stream().mapToDouble(block -> Math.max(0, block.score())).sum();
    this.proseLooks =
        blocks.stream()
            .filter(Block::isProse)
            .map(block -> frames.get(block.frame).look())
            .collect(Collectors.toSet());
  }

  /** The body's paragraphs, parted by blank lines; empty if there is none. */
  static String of(PageWalk walk, String title) {
    Body body = new Body(walk, title);
    body.weigh();
    Frame root = body.narrowed(body.best());
    return body.chosen(root).stream().map(block -> block.text).collect(Collectors.joining("\n\n"));
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
      if (isBeside(frame)) {
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
    if (frame.hint == Hint.CLUTTER) {
      return share < MOST;
    }
    if (frame.hint == Hint.ASIDE) {
      return share < HALF && frame.mass < BOX;
    }
    // A little text with a button or a field: a notice, a form, a player.
    return frame.controls > 0 && share < HALF && frame.mass < BOX && !frame.isPart();
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

  private @Nullable Frame declared(Frame best) {
    for (Frame frame : frames) {
      if (frame.hint == Hint.BODY && frame.value >= HALF * best.value && frame.value > BOX / 4.0) {
        return frame;
      }
    }
    return null;
  }

  /** The smallest element around the title that holds real text, if the best is much wider. */
  private Frame nearTitle(Frame best) {
    for (int i = best.index + 1; i < best.endFrame; i++) {
      Frame frame = frames.get(i);
      if (frame.tag.equals("h1") && frame.holdsArticle) {
        for (Frame up = frame; up.index != best.index; up = frames.get(up.parent)) {
          if (!up.dropped && isReal(up, best)) {
            return up;
          }
        }
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
    for (int i = frame.index + 1; i < frame.endFrame; i++) {
      Frame child = frames.get(i);
      if (child.parent == frame.index
          && !child.isPart()
          && child.value >= NEARLY_ALL * frame.value
          && !readsOn(frame, child)) {
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

  private List<Block> chosen(Frame root) {
    boolean[] kept = keptFrames(root);
    boolean[] chosen = new boolean[blocks.size()];
    int first = -1;
    int last = -1;
    for (int i = root.firstBlock; i < root.endBlock; i++) {
      Block block = blocks.get(i);
      chosen[i] = kept[block.frame] && belongs(block);
      if (chosen[i] && isSolid(block)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    List<Block> body = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = withHeadings(chosen, first); i >= 0 && i <= last; i++) {
      Block block = blocks.get(i);
      boolean leads = !block.isHeading() || leadsOn(chosen, i, last);
      if (chosen[i] && leads && (block.length < 40 || seen.add(block.text))) {
        body.add(block);
      }
    }
    return body;
  }

  private boolean[] keptFrames(Frame root) {
    boolean[] kept = new boolean[frames.size()];
    kept[root.index] = true;
    for (int i = root.index + 1; i < root.endFrame; i++) {
      Frame frame = frames.get(i);
      kept[i] = kept[frame.parent] && !frame.dropped && (frame.value >= 0 || isSmall(frame));
    }
    return kept;
  }

  /** A part of a list or paragraph, or a lone short line: its block decides. */
  private static boolean isSmall(Frame frame) {
    return frame.isPart() || (frame.endBlock - frame.firstBlock == 1 && frame.value >= -4);
  }

  private boolean belongs(Block block) {
    if (block.kind == Block.Kind.CAPTION || block.linked > 0.6) {
      return false;
    }
    // A label looks like nothing else here; a short line of a dialogue looks like the others.
    if (block.kind == Block.Kind.PLAIN && !block.isProse()) {
      return proseLooks.contains(frames.get(block.frame).look());
    }
    return !block.isHeading() || !block.text.equalsIgnoreCase(title);
  }

  private static boolean isSolid(Block block) {
    boolean said = block.kind == Block.Kind.PARAGRAPH && block.isClosed() && block.length >= 8;
    return !block.isHeading()
        && (block.isProse() || said || block.kind == Block.Kind.TABLE)
        && block.linked <= 0.5;
  }

  /** Headings that stand right before the first paragraph belong to the body. */
  private int withHeadings(boolean[] chosen, int first) {
    int start = first;
    while (start > 0 && chosen[start - 1] && blocks.get(start - 1).isHeading()) {
      start--;
    }
    return start;
  }

  /** Whether what follows the heading is part of the body. */
  private boolean leadsOn(boolean[] chosen, int heading, int last) {
    int next = heading + 1;
    while (next <= last && blocks.get(next).isHeading()) {
      next++;
    }
    return next <= last && chosen[next];
  }
}
