package costwire.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chooses the blocks of the body inside the element that holds it. */
final class Choice {
  private static final int BLANK = 4;
  private static final int SHORT = 40;

  /** More are no ornaments. */
  private static final int QUOTES = 100;

  /** So little text in an element unlike the others, behind the end, is not the end. */
  private static final int STRAY = 250;

  private final List<Block> blocks;
  private final List<Frame> frames;
  private final Frame root;
  private final Furniture furniture;
  private final boolean[] chosen;

  /** Of the elements that were asked for. */
  private final @Nullable Setting[] settings;

  /** How the elements look that hold running text. */
  private final Set<Setting> proseSettings = new HashSet<>();

  Choice(PageWalk walk, Frame root, Furniture furniture) {
    this.blocks = walk.blocks;
    this.frames = walk.frames;
    this.root = root;
    this.furniture = furniture;
    this.chosen = new boolean[blocks.size()];
    this.settings = new Setting[frames.size()];
    for (int i = root.firstBlock; i < root.endBlock; i++) {
      if (blocks.get(i).isProse()) {
        proseSettings.add(setting(blocks.get(i)));
      }
    }
  }

  /** In the order of the page. */
  List<Block> blocks() {
    boolean[] kept = keptFrames();
    for (int i = root.firstBlock; i < root.endBlock; i++) {
      chosen[i] = kept[blocks.get(i).frame] && belongs(blocks.get(i));
    }
    int first = firstSolid();
    int last = lastSolid();
    @Nullable Block[] followers = followers(last);
    Set<String> seen = new HashSet<>();
    List<Block> body = new ArrayList<>();
    for (int i = withHeadings(first); i >= 0 && i <= last; i++) {
      Block block = blocks.get(i);
      boolean leads = !block.isHeading() || leads(block, followers[i]);
      if (chosen[i] && leads && (block.length < SHORT || seen.add(block.text))) {
        body.add(block);
      }
    }
    return withoutEchoes(withoutBio(body));
  }

  /** Without a last paragraph on who wrote the text. */
  private List<Block> withoutBio(List<Block> body) {
    int end = body.size();
    while (end > 2 && furniture.isBio(body.get(end - 1))) {
      end--;
    }
    return body.subList(0, end);
  }

  private Setting setting(Block block) {
    Setting known = settings[block.frame];
    Setting setting = known == null ? setting(frames.get(block.frame)) : known;
    settings[block.frame] = setting;
    return setting;
  }

  private Setting setting(Frame frame) {
    Frame parent = frames.get(Math.max(0, frame.parent));
    return frame.className.isEmpty()
        ? new Setting(frame.kind(), parent.index, "")
        : new Setting(frame.kind(), -1, parent.kind());
  }

  /** What an element has in common with its likes: its own name and its parent or that's name. */
  private record Setting(String kind, int parent, String parentKind) {}

  private boolean[] keptFrames() {
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
    return frame.isPart() || (frame.endBlock - frame.firstBlock == 1 && frame.value >= -BLANK);
  }

  private boolean belongs(Block block) {
    if (block.kind == Block.Kind.CAPTION || isLinks(block) || furniture.is(block)) {
      return false;
    }
    if (isUnderPicture(block)) {
      return false;
    }
    // A label looks like nothing else here; a short line of a dialogue looks like the others.
    return block.kind != Block.Kind.PLAIN
        || block.isProse()
        || proseSettings.contains(setting(block));
  }

  private static boolean isLinks(Block block) {
    return block.linked > 0.6 && !block.isHeading() && !block.isWoven();
  }

  /** A short line right behind a picture, slanted or set in the middle. */
  private boolean isUnderPicture(Block block) {
    boolean apart = block.stressed > 0.8 || frames.get(block.frame).centred;
    return block.afterImage && apart && block.length < 300 && !block.isHeading();
  }

  private static boolean isSolid(Block block) {
    boolean said = block.kind == Block.Kind.PARAGRAPH && block.isClosed() && block.length >= 8;
    return !block.isHeading()
        && (block.isProse() || said || block.kind == Block.Kind.TABLE)
        && (block.linked <= 0.5 || block.isWoven());
  }

  private int firstSolid() {
    for (int i = root.firstBlock; i < root.endBlock; i++) {
      if (chosen[i] && isSolid(blocks.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** The last block of the text, with a list behind it that it leads to, less what strayed in. */
  private int lastSolid() {
    Map<Setting, Double> looks = looksByMass();
    double most = looks.values().stream().mapToDouble(mass -> mass).max().orElse(0);
    int last = -1;
    for (int i = root.endBlock - 1; i >= root.firstBlock && last < 0; i--) {
      Block block = blocks.get(i);
      if (chosen[i] && isSolid(block)) {
        double mass = looks.getOrDefault(setting(block), 0.0);
        boolean strays = mass < STRAY && mass < most / 5 && strayedFrom(i);
        last = strays ? last : i;
      }
    }
    int end = last;
    while (last >= 0 && end + 1 < root.endBlock && isListBehind(end + 1)) {
      end++;
    }
    return end > last && blocks.get(end).isHeading() ? last : end;
  }

  private Map<Setting, Double> looksByMass() {
    Map<Setting, Double> looks = new HashMap<>();
    for (int i = root.firstBlock; i < root.endBlock; i++) {
      if (chosen[i]) {
        looks.merge(setting(blocks.get(i)), Math.max(0, blocks.get(i).score()), Double::sum);
      }
    }
    return looks;
  }

  /** Whether links or other things that do not belong stand between it and the text before. */
  private boolean strayedFrom(int at) {
    for (int i = at - 1; i >= root.firstBlock; i--) {
      Block block = blocks.get(i);
      if (chosen[i] && isSolid(block)) {
        return false;
      }
      if (!chosen[i] && block.kind != Block.Kind.CAPTION) {
        return true;
      }
    }
    return false;
  }

  private boolean isListBehind(int at) {
    Block block = blocks.get(at);
    boolean item = block.kind == Block.Kind.ITEM || block.kind == Block.Kind.PREFORMATTED;
    return chosen[at] && (item || block.isHeading()) && block.linked < 0.3;
  }

  /** Headings that stand right before the first paragraph belong to the body. */
  private int withHeadings(int first) {
    int start = first;
    while (start > root.firstBlock && chosen[start - 1] && blocks.get(start - 1).isHeading()) {
      start--;
    }
    return start;
  }

  /**
   * The chosen block that each block leads to, pictures and advertisements aside; none for those
   * that lead to no part of the body.
   */
  private @Nullable Block[] followers(int last) {
    @Nullable Block[] followers = new Block[blocks.size() + 1];
    Block next = null;
    for (int i = last; i >= root.firstBlock; i--) {
      followers[i] = next;
      Block block = blocks.get(i);
      boolean body = chosen[i] && !block.isHeading();
      next = body ? block : isAside(i) ? next : null;
    }
    return followers;
  }

  private boolean isAside(int at) {
    Block block = blocks.get(at);
    return block.isHeading()
        || block.kind == Block.Kind.CAPTION
        || (!chosen[at] && block.linked < 0.5 && isBrief(block));
  }

  private static boolean leads(Block heading, @Nullable Block next) {
    return next != null && (heading.linked < 0.6 || next.isProse());
  }

  private boolean isBrief(Block block) {
    return block.length < SHORT || frames.get(block.frame).dropped || block.afterImage;
  }

  /** Without quotes that say again what a paragraph says. */
  private static List<Block> withoutEchoes(List<Block> body) {
    List<Block> once = new ArrayList<>();
    int asked = 0;
    for (Block block : body) {
      boolean loud = block.kind == Block.Kind.QUOTE || block.kind == Block.Kind.PLAIN;
      asked += loud ? 1 : 0;
      if (!(loud && asked <= QUOTES && block.length >= SHORT && isEchoed(block, body))) {
        once.add(block);
      }
    }
    return once;
  }

  private static boolean isEchoed(Block quote, List<Block> body) {
    String said = unquoted(quote.text);
    for (Block block : body) {
      if (block.text.length() > quote.text.length() + 10 && block.text.contains(said)) {
        return true;
      }
    }
    return false;
  }

  private static String unquoted(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
