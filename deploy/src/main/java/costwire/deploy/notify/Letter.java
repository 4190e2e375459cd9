package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as mail, twice: for those who read text and for those who read HTML. Companies' names
 * and reasons come from articles; whatever they hold, each is one line of text.
 *
 * @param subject one line
 */
record Letter(String subject, String text, String html) {
  /**
   * Writes a letter.
   *
   * @param root where people reach the server, ending in a slash; null: nothing is linked to
   * @param leave where the reader ends the subscription; null: nowhere
   */
  static Letter of(
      Subscription subscription, Delivery delivery, @Nullable URI root, @Nullable URI leave) {
    Headline headline = Headline.of(subscription, delivery);
    Collection<Part> parts = parts(delivery);
    List<String> rest =
        delivery.isTest()
            ? headline.sentences()
            : headline.sentences().subList(delivery.alerts().size(), headline.sentences().size());
    String why = "You get this through the subscription '" + line(subscription.name()) + "'.";
    return new Letter(
        line(headline.title()),
        text(parts, rest, why, leave),
        html(line(headline.title()), parts, rest, why, root, leave));
  }

  /** A company's alerts, oldest first. */
  private record Part(String companyId, String company, List<String> reasons) {}

  /** In the order of their first alerts. */
  private static Collection<Part> parts(Delivery delivery) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Alert alert : delivery.alerts()) {
      parts
          .computeIfAbsent(
              alert.companyId(), id -> new Part(id, line(alert.company()), new ArrayList<>()))
          .reasons()
          .add(line(alert.reason()));
    }
    return parts.values();
  }

  private static String text(
      Collection<Part> parts, List<String> rest, String why, @Nullable URI leave) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(part.company()).append('\n');
      part.reasons().forEach(reason -> text.append("- ").append(reason).append('\n'));
      text.append('\n');
    }
    rest.forEach(sentence -> text.append(line(sentence)).append("\n\n"));
    // By this line, readers know where a signature starts.
    text.append("-- \n").append(why).append('\n');
    if (leave != null) {
      text.append("Unsubscribe: ").append(leave).append('\n');
    }
    return text.toString();
  }

  /** Sets no colours: it is light or dark as its reader is. Loads nothing. */
  private static String html(
      String title,
      Collection<Part> parts,
      List<String> rest,
      String why,
      @Nullable URI root,
      @Nullable URI leave) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .append("<meta name=\"color-scheme\" content=\"light dark\">")
            .append("<meta name=\"supported-color-schemes\" content=\"light dark\">")
            .append("<title>")
            .append(escaped(title))
            .append("</title></head>\n<body>\n");
    for (Part part : parts) {
      html.append("<h2 dir=\"auto\">").append(heading(part, root)).append("</h2>\n<ul>\n");
      for (String reason : part.reasons()) {
        html.append("<li dir=\"auto\">").append(escaped(reason)).append("</li>\n");
      }
      html.append("</ul>\n");
    }
    rest.forEach(sentence -> html.append(paragraph(escaped(line(sentence)))));
    html.append("<hr>\n").append(paragraph("<small>" + escaped(why) + "</small>"));
    if (leave != null) {
      html.append(paragraph("<small>" + link(leave.toString(), "Unsubscribe") + "</small>"));
    }
    return html.append("</body></html>\n").toString();
  }

  private static String heading(Part part, @Nullable URI root) {
    String id = URLEncoder.encode(part.companyId(), StandardCharsets.UTF_8);
    return root == null ? escaped(part.company()) : link(root + "#/company/" + id, part.company());
  }

  private static String paragraph(String html) {
    return "<p>" + html + "</p>\n";
  }

  private static String link(String to, String words) {
    return "<a href=\"" + escaped(to) + "\">" + escaped(words) + "</a>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Without breaks, controls and what turns the direction of the text around it. */
  private static String line(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069]+", " ").strip();
  }
}
