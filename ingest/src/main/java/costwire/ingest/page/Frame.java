package costwire.ingest.page;

/** An element that holds blocks, with what is known of its subtree. */
final class Frame {
  final int index;
  final int parent;
  final String tag;
  final Hint hint;

  final String className;
  private String kind = "";

  /** The blocks of its subtree: from, inclusive. */
  final int firstBlock;

  /** The blocks of its subtree: to, exclusive. */
  int endBlock;

  /** The elements of its subtree stand behind it in the list, up to here, exclusive. */
  int endFrame;

  /** Buttons and fields in its subtree. */
  int controls;

  /** Fields to write into in its subtree. */
  int fields;

  /** Pictures in its subtree. */
  int images;

  /** Whether its text is set in the middle, as captions are. */
  boolean centred;

  /** Whether its first-level heading is inside. */
  boolean holdsTitle;

  /** Whether the page's first-level heading, its main part or its declared body is inside. */
  boolean holdsArticle;

  /** Sum over its subtree: what speaks for the body less what speaks against. */
  double value;

  /** Sum over its subtree of what speaks for the body alone. */
  double mass;

  /** Whether it was found to surround the body rather than to be part of it. */
  boolean dropped;

  Frame(int index, int parent, String tag, String className, Hint hint, int firstBlock) {
    this.index = index;
    this.parent = parent;
    this.tag = tag;
    this.hint = hint;
    this.className = className;
    this.firstBlock = firstBlock;
    this.endBlock = firstBlock;
  }

  /** What it has in common with its likes: tag and class. */
  String kind() {
    if (kind.isEmpty()) {
      kind = className.isEmpty() ? tag : tag + '.' + className;
    }
    return kind;
  }

  /** Whether it only means something together with its siblings. */
  boolean isPart() {
    switch (tag) {
      case "li", "dt", "dd", "p", "h1", "h2", "h3", "h4", "h5", "h6":
        return true;
      default:
        return false;
    }
  }
}
