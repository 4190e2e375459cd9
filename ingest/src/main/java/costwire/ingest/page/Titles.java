package costwire.ingest.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the article's title stands, and where the next article's begins. */
final class Titles {
  private static final int LEAST = 8;
  private static final double MUCH = 0.2;
  private static final int TEASERS = 8;

  private final List<Block> blocks;
  private final List<Frame> frames;

  /** The heading that says the title, or the first one; null if there is none. */
  final @Nullable Frame heading;

  Titles(PageWalk walk, String title) {
    this.blocks = walk.blocks;
    this.frames = walk.frames;
    this.heading = heading(title);
    for (int i = heading == null ? -1 : heading.index; i >= 0; i = frames.get(i).parent) {
      frames.get(i).holdsTitle = true;
      frames.get(i).holdsArticle = true;
    }
  }

  private @Nullable Frame heading(String title) {
    Frame first = null;
    for (Block block : blocks) {
      Frame frame = frames.get(block.frame);
      if (block.isHeading() && says(block.text, title)) {
        return frame;
      }
      first = first == null && frame.tag.equals("h1") && frame.holdsArticle ? frame : first;
    }
    return first;
  }

  private static boolean says(String heading, String title) {
    return heading.length() >= LEAST
        && (heading.equalsIgnoreCase(title) || title.startsWith(heading));
  }

  /** Whether a heading is the title of another article: it looks and stands like this one's. */
  private boolean isNext(Frame frame) {
    return heading != null
        && !frame.holdsTitle
        && frame.tag.equals(heading.tag)
        && frame.kind().equals(heading.kind())
        && parentKind(frame).equals(parentKind(heading));
  }

  private String parentKind(Frame frame) {
    return frames.get(Math.max(0, frame.parent)).kind();
  }

  /** The element that holds a declared body and its likes beside it, up to the next title. */
  Frame whole(Frame body) {
    Frame whole = body;
    int links = 0;
    int seen = body.endBlock;
    for (int i = body.endFrame; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      for (; seen < frame.firstBlock; seen++) {
        links += linksAway(blocks.get(seen));
      }
      if (isNext(frame) || links >= TEASERS) {
        break;
      }
      if (frame.hint == Hint.BODY && frame.value > 0 && frame.kind().equals(body.kind())) {
        while (whole.endFrame <= i && whole.parent >= 0) {
          whole = frames.get(whole.parent);
        }
      }
    }
    return holdsNext(whole) ? body : whole;
  }

  /** Other articles are behind headings that are links. */
  private static int linksAway(Block block) {
    return block.linked <= 0.6 ? 0 : block.isHeading() ? TEASERS : 1;
  }

  private boolean holdsNext(Frame whole) {
    for (int i = whole.index; i < whole.endFrame; i++) {
      if (isNext(frames.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the article goes on behind an element that holds its title: paragraphs that look like
   * those inside follow, and no other title does.
   */
  boolean goesOn(Frame up, Frame best) {
    if (holdsNext(best)) {
      return false;
    }
    Map<String, Double> looks = new HashMap<>();
    for (int i = best.firstBlock; i < best.endBlock; i++) {
      Block block = blocks.get(i);
      Frame frame = frames.get(block.frame);
      boolean telling = frame.isPart() || !frame.className.isEmpty();
      if (telling && block.isProse() && block.linked < MUCH && !isGone(frame)) {
        boolean inside = i >= up.firstBlock && i < up.endBlock;
        String look = (inside ? "in " : "out ") + frame.kind() + "<" + parentKind(frame);
        looks.merge(look, (double) block.length, Double::sum);
      }
    }
    return looks.entrySet().stream()
        .filter(look -> look.getKey().startsWith("out "))
        .anyMatch(out -> out.getValue() > MUCH * inside(looks, out.getKey()));
  }

  private static double inside(Map<String, Double> looks, String outside) {
    return looks.getOrDefault("in " + outside.substring("out ".length()), Double.MAX_VALUE);
  }

  private boolean isGone(Frame frame) {
    for (int i = frame.index; i > 0; i = frames.get(i).parent) {
      if (frames.get(i).dropped) {
        return true;
      }
    }
    return false;
  }
}
