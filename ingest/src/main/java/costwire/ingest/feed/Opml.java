package costwire.ingest.feed;

import costwire.ingest.Feed;
import costwire.ingest.Subscriptions;
import costwire.ingest.UnreadableException;
import costwire.ingest.page.Languages;
import costwire.ingest.page.Links;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** OPML 1.0 and 2.0, in which lists of feeds are exchanged: read of either kind, written as 2.0. */
public final class Opml {
  /** More is no list that a person keeps. */
  private static final int MAX_FEEDS = 10_000;

  private static final int MAX_LEFT_OUT = 100;
  private static final int MAX_TITLE = 200;

  private final Map<String, Feed> feeds = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  private Opml() {}

  /**
   * Outlines at any depth that have an {@code xmlUrl}; folders and attributes of other programs are
   * passed over.
   *
   * @param contentType as it was sent; null if it was not
   * @throws UnreadableException if it is no OPML
   */
  public static Subscriptions read(byte[] body, @Nullable String contentType) {
    String text;
    Element root;
    try {
      text = FeedText.of(body, contentType);
      root = SafeXml.read(text, Set.of("opml"));
    } catch (UnreadableException e) {
      String reason = String.valueOf(e.getMessage());
      throw new UnreadableException(
          reason.contains("XML that is")
              ? "not OPML: there is no <opml> in it"
              : reason.replace("not a feed", "not OPML"));
    }
    Opml opml = new Opml();
    opml.walk(root);
    return new Subscriptions(List.copyOf(opml.feeds.values()), opml.leftOut);
  }

  private void walk(Element holder) {
    for (Element child : holder.getChildren()) {
      if (child.getName().equals("outline")) {
        outline(child);
      }
      walk(child);
    }
  }

  private void outline(Element outline) {
    String address = outline.getAttributeValue("xmlurl");
    if (address == null || address.isBlank()) {
      return;
    }
    URI url = Links.resolve(null, address);
    if (url == null) {
      leaveOut("'" + Plain.brief(address) + "' is no http or https address");
    } else if (feeds.size() >= MAX_FEEDS) {
      leaveOut("more than " + MAX_FEEDS + " feeds: " + url);
    } else {
      feeds.putIfAbsent(url.toString(), feed(url.toString(), outline));
    }
  }

  private static Feed feed(String url, Element outline) {
    String title = outline.getAttributeValue("title");
    String text = title == null || title.isBlank() ? outline.getAttributeValue("text") : title;
    String line = Plain.text(text);
    String named = line.isEmpty() || line.equals(url) ? null : line;
    return Feed.of(url)
        .called(
            named != null && named.length() > MAX_TITLE ? named.substring(0, MAX_TITLE) : named,
            Languages.code(outline.getAttributeValue("language")));
  }

  private void leaveOut(String reason) {
    if (leftOut.size() < MAX_LEFT_OUT) {
      leftOut.add(reason);
    }
  }

  /** The same list gives the same text. */
  public static String write(String title, Collection<Feed> feeds) {
    Element head = new Element("head").addContent(new Element("title").setText(Tidy.legal(title)));
    Element body = new Element("body");
    feeds.forEach(feed -> body.addContent(outline(feed)));
    Element opml = new Element("opml").setAttribute("version", "2.0");
    Document document = new Document(opml.addContent(head).addContent(body));
    return new XMLOutputter(Format.getPrettyFormat().setLineSeparator("\n")).outputString(document);
  }

  private static Element outline(Feed feed) {
    String title = Tidy.legal(feed.title() == null ? feed.url() : feed.title());
    Element outline =
        new Element("outline")
            .setAttribute("type", "rss")
            .setAttribute("text", title)
            .setAttribute("title", title)
            .setAttribute("xmlUrl", Tidy.legal(feed.url()));
    if (feed.language() != null) {
      outline.setAttribute("language", feed.language());
    }
    return outline;
  }
}
