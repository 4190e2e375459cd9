package costwire.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** One walk over the DOM: metadata to the head, text to blocks, structure to frames. */
final class PageWalk implements NodeFilter {
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "math",
          "title",
          "meta",
          "link",
          "base",
          "datalist",
          "head",
          "map",
          "applet",
          "figcaption",
          "rt",
          "rp");

  private static final Set<String> CONTROLS = Set.of("button", "input", "select", "textarea");

  /** Slanted or small, as captions are. */
  private static final Set<String> STRESSED = Set.of("em", "i", "small", "cite");

  private static final Set<String> PICTURES = Set.of("img", "picture", "amp-img");

  /** Kept for readers who hear the page; on the screen they would be in the way. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?![\\w-])");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp",
          "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr", "picture", "rb", "track", "o:p");

  private static final int LONGEST_NAME = 200;
  private static final int MOST_NAMES = 20_000;
  private static final Map<String, Hint> HINTS = new ConcurrentHashMap<>();

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

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      text(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
  }

  private void text(String text) {
    boolean said = run.append(text, links > 0, stresses > 0);
    breaks = said ? 0 : breaks;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    head.see(element, tag);
    if (tag.equals("head")) {
      return FilterResult.CONTINUE;
    }
    if (CONTROLS.contains(tag)) {
      seeControl(element, tag);
      return FilterResult.SKIP_ENTIRELY;
    }
    if (isSkipped(tag) || isHidden(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      lineBreak();
      return FilterResult.CONTINUE;
    }
    return INLINE.contains(tag) ? openInline(element, tag) : openFrame(element, tag);
  }

  private FilterResult openInline(Element element, String tag) {
    if (element.attributesSize() > 0 && element.hasAttr("class") && hint(element) == Hint.CAPTION) {
      return FilterResult.SKIP_ENTIRELY;
    }
    links += tag.equals("a") ? 1 : 0;
    stresses += STRESSED.contains(tag) ? 1 : 0;
    if (PICTURES.contains(tag)) {
      images++;
      afterImage = run.isEmpty();
    }
    return FilterResult.CONTINUE;
  }

  private boolean isSkipped(String tag) {
    return SKIPPED.contains(tag) && !(all && tag.equals("noscript"));
  }

  private void seeControl(Element element, String tag) {
    String type = element.attr("type").toLowerCase(Locale.ROOT);
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

  private FilterResult openFrame(Element element, String tag) {
    flush();
    Frame frame =
        new Frame(frames.size(), current, tag, element.attr("class"), hint(element), blocks.size());
    frame.centred = isCentred(element);
    frame.controls = -controls;
    frame.fields = -fields;
    frame.images = -images;
    frames.add(frame);
    current = frame.index;
    boolean marks = tag.equals("main") || frame.hint == Hint.BODY;
    if (marks || (tag.equals("h1") && !head.isLogo(element))) {
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

  private static boolean isCentred(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    return element.attr("align").equalsIgnoreCase("center")
        || element.attr("class").contains("text-center")
        || (style.contains("center") && style.contains("text-align"));
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    String tag = element.normalName();
    if (tag.equals("a")) {
      links--;
    } else if (STRESSED.contains(tag)) {
      stresses--;
    } else if (!INLINE.contains(tag) && !tag.equals("br") && !tag.equals("head")) {
      flush();
      Frame frame = frames.get(current);
      frame.endBlock = blocks.size();
      frame.endFrame = frames.size();
      frame.controls += controls;
      frame.fields += fields;
      frame.images += images;
      current = Math.max(0, frame.parent);
    }
    return FilterResult.CONTINUE;
  }

  /** Ends the walk. */
  void end() {
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

  private static Hint hint(Element element) {
    if (element.attributesSize() == 0) {
      return Hint.ofTag(element.normalName());
    }
    String classes = element.attr("class");
    String id = element.id();
    String role = element.attr("role");
    String property = element.attr("itemprop");
    String key = classes + '#' + id + ' ' + element.normalName() + ' ' + role + ' ' + property;
    Hint known = HINTS.get(key);
    if (known != null) {
      return known;
    }
    Hint hint = Hint.of(element);
    // Sites name their elements alike on every page; hostile ones never twice.
    if (key.length() <= LONGEST_NAME && HINTS.size() < MOST_NAMES) {
      HINTS.put(key, hint);
    }
    return hint;
  }

  private boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String classes = element.attr("class");
    boolean unseen = classes.length() > 6 && UNSEEN.matcher(classes).find();
    return unseen || (!all && isPutAway(element));
  }

  private static boolean isPutAway(Element element) {
    String style = element.attr("style");
    boolean styledAway =
        !style.isEmpty()
            && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
    return styledAway || element.hasAttr("hidden") || "true".equals(element.attr("aria-hidden"));
  }
}
