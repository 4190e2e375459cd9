package costwire.ingest.page;

import java.util.HashMap;
import java.util.Map;

/** What the walk does at an element, by its tag alone. */
enum TagKind {
  /** Holds blocks: its text stands apart from what surrounds it. */
  FRAME(""),
  HEAD("head"),
  CONTROL("button input select textarea"),
  SKIPPED(
      """
      script style template iframe svg object embed canvas audio video math title meta link base
      datalist map applet figcaption rt rp
      """),
  /** Skipped unless what a script would show is looked for. */
  NOSCRIPT("noscript"),
  BREAK("br"),
  LINK("a"),
  /** Slanted or small, as captions are. */
  STRESSED("em i small cite"),
  PICTURE("img picture"),
  INLINE(
      """
      abbr acronym b bdi bdo big code data del dfn font ins kbd label mark nobr q ruby s samp source
      span strike strong sub sup time tt u var wbr rb track o:p
      """);

  private static final Map<String, TagKind> BY_TAG = new HashMap<>();

  static {
    for (TagKind kind : values()) {
      for (String tag : kind.tags.strip().split("\\s+", -1)) {
        BY_TAG.put(tag, kind);
      }
    }
  }

  private final String tags;

  TagKind(String tags) {
    this.tags = tags;
  }

  static TagKind of(String tag) {
    return BY_TAG.getOrDefault(tag, FRAME);
  }
}
