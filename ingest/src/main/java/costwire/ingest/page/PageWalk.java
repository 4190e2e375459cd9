package costwire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter.FilterResult;

/** One walk over the DOM: metadata to the head, text to blocks, structure to frames. */
final class PageWalk {
  final PageHead head;
  final List<Block> blocks = new ArrayList<>();
  final List<Frame> frames = new ArrayList<>();

  private final RunOfText run = new RunOfText();
  private int current;
  private int links;
  private int controls;
  private int breaks;
  private int stresses;
  private int fields;
  private int images;
  private boolean afterImage;
  private final boolean all;

  /** Whether it passed over something that is hidden until a script shows it. */
  boolean hides;

  /** The frames that hold a field for many lines, as comment forms do. */
  final List<Integer> forms = new ArrayList<>();

  PageWalk(PageHead head) {
    this(head, false);
  }

  /**
   * @param all whether to read what is hidden until a script shows it, too
   */
  PageWalk(PageHead head, boolean all) {
    this.head = head;
    this.all = all;
    frames.add(new Frame(0, -1, "html", "", Hint.NONE, 0));
  }

  /** Walks over a page or a part of it, whose depth the parser bounds. */
  PageWalk over(Node page) {
    walk(page);
    end();
    return this;
  }

  private void walk(Node node) {
    if (node instanceof TextNode text) {
      text(text.getWholeText());
    } else if (node instanceof Element element) {
      TagKind kind = TagKind.of(element.normalName());
      FilterResult result = open(element, kind);
      if (result == FilterResult.CONTINUE) {
        for (int i = 0; i < element.childNodeSize(); i++) {
          walk(element.childNode(i));
        }
      }
      if (result != FilterResult.SKIP_ENTIRELY) {
        close(kind);
      }
    }
  }

  private void text(String text) {
    boolean said = run.append(text, links > 0, stresses > 0);
    breaks = said ? 0 : breaks;
  }

  private FilterResult open(Element element, TagKind kind) {
    String tag = element.normalName();
    Marks marks = Marks.of(element);
    head.see(element, tag, marks);
    switch (kind) {
      case HEAD:
        return FilterResult.CONTINUE;
      case CONTROL:
        seeControl(marks, tag);
        return FilterResult.SKIP_ENTIRELY;
      case SKIPPED:
        return FilterResult.SKIP_ENTIRELY;
      case NOSCRIPT:
        hides |= !all;
        return all && !isHidden(marks)
            ? openFrame(element, tag, marks)
            : FilterResult.SKIP_ENTIRELY;
      default:
        return isHidden(marks) ? FilterResult.SKIP_ENTIRELY : openSeen(element, tag, kind, marks);
    }
  }

  private FilterResult openSeen(Element element, String tag, TagKind kind, Marks marks) {
    switch (kind) {
      case BREAK:
        lineBreak();
        return FilterResult.CONTINUE;
      case FRAME:
        return openFrame(element, tag, marks);
      default:
        return openInline(tag, kind, marks);
    }
  }

  private FilterResult openInline(String tag, TagKind kind, Marks marks) {
    if (!marks.classes.isEmpty() && Hint.of(tag, marks) == Hint.CAPTION) {
      return FilterResult.SKIP_ENTIRELY;
    }
    links += kind == TagKind.LINK ? 1 : 0;
    stresses += kind == TagKind.STRESSED ? 1 : 0;
    if (kind == TagKind.PICTURE) {
      images++;
      afterImage = run.isEmpty();
    }
    return FilterResult.CONTINUE;
  }

  private void seeControl(Marks marks, String tag) {
    String type = marks.get("type").toLowerCase(Locale.ROOT);
    controls += type.equals("hidden") ? 0 : 1;
    boolean written = type.isEmpty() || type.equals("text") || type.equals("email");
    fields += tag.equals("input") && written ? 1 : 0;
    if (tag.equals("textarea")) {
      fields++;
      forms.add(current);
    }
  }

  private void lineBreak() {
    breaks++;
    if (breaks >= 2) {
      flush();
    } else {
      run.append(" ", false);
    }
  }

  private FilterResult openFrame(Element element, String tag, Marks marks) {
    flush();
    Hint hint = Hint.of(tag, marks);
    Frame frame = new Frame(frames.size(), current, tag, marks.classes, hint, blocks.size());
    frame.centred = !marks.isNone() && marks.isCentred();
    frame.controls = -controls;
    frame.fields = -fields;
    frame.images = -images;
    frames.add(frame);
    current = frame.index;
    boolean main = tag.equals("main") || hint == Hint.BODY;
    if (main || (tag.equals("h1") && !head.isLogo(marks))) {
      for (int i = current; i >= 0 && !frames.get(i).holdsArticle; i = frames.get(i).parent) {
        frames.get(i).holdsArticle = true;
      }
    }
    String rows = tag.equals("table") ? DataTable.read(element) : null;
    if (rows != null) {
      blocks.add(new Block(Block.Kind.TABLE, current, rows, 0, 0, false));
      return FilterResult.SKIP_CHILDREN;
    }
    return FilterResult.CONTINUE;
  }

  private void close(TagKind kind) {
    switch (kind) {
      case LINK -> links--;
      case STRESSED -> stresses--;
      case FRAME, NOSCRIPT -> closeFrame();
      default -> {}
    }
  }

  private void closeFrame() {
    flush();
    Frame frame = frames.get(current);
    frame.endBlock = blocks.size();
    frame.endFrame = frames.size();
    frame.controls += controls;
    frame.fields += fields;
    frame.images += images;
    current = Math.max(0, frame.parent);
  }

  private void end() {
    flush();
    Frame root = frames.get(0);
    root.endBlock = blocks.size();
    root.endFrame = frames.size();
    root.controls = controls;
    root.fields = fields;
    root.images = images;
  }

  private void flush() {
    breaks = 0;
    if (!run.isEmpty()) {
      String text = run.take();
      blocks.add(new Block(kind(), current, text, run.linked(), run.stressed(), afterImage));
      afterImage = false;
    }
  }

  private Block.Kind kind() {
    for (int i = current; i > 0; i = frames.get(i).parent) {
      switch (frames.get(i).tag) {
        case "h1", "h2", "h3", "h4", "h5", "h6":
          return Block.Kind.HEADING;
        case "li", "dd", "dt":
          return Block.Kind.ITEM;
        case "blockquote":
          return Block.Kind.QUOTE;
        case "pre":
          return Block.Kind.PREFORMATTED;
        case "figure":
          return Block.Kind.CAPTION;
        case "p":
          break;
        default:
          return frames.get(current).tag.equals("p") ? Block.Kind.PARAGRAPH : Block.Kind.PLAIN;
      }
    }
    return Block.Kind.PARAGRAPH;
  }

  private boolean isHidden(Marks marks) {
    if (marks.isNone() || marks.look.unseen()) {
      return marks.look.unseen();
    }
    boolean putAway = !all && marks.isPutAway();
    hides |= putAway;
    return putAway;
  }
}
