package costwire.ingest.feed;

import costwire.ingest.FeedEntry;
import costwire.ingest.Listing;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * How an XML feed wants to be polled. ROME refuses whole feeds for an hour out of range; here such
 * a wish alone is passed over. The {@code cloud} of RSS, which nobody serves any more, is too.
 */
record PollingHints(
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    @Nullable String hub,
    @Nullable String self) {
  private static final int MAX_MINUTES = 60 * 24 * 366;

  static PollingHints of(Element root, URI url) {
    Element channel = Markup.first(root, "channel");
    Fields fields = new Fields(channel == null ? root : channel, true);
    Duration ttl = minutes(fields.text("ttl"));
    return new PollingHints(
        ttl == null ? period(fields) : ttl,
        hours(fields),
        days(fields),
        link(fields, "hub", url),
        link(fields, "self", url));
  }

  Listing listing(@Nullable String title, @Nullable String language, List<FeedEntry> entries) {
    return new Listing(title, language, entries, List.of(), ttl, skipHours, skipDays, hub, self);
  }

  private static @Nullable Duration minutes(@Nullable String text) {
    int minutes = number(text);
    return minutes < 1 || minutes > MAX_MINUTES ? null : Duration.ofMinutes(minutes);
  }

  /** The syndication module: so many times in such a period. */
  private static @Nullable Duration period(Fields fields) {
    String name = fields.text("sy:updateperiod");
    int hours =
        switch (name == null ? "" : name.toLowerCase(Locale.ROOT)) {
          case "hourly" -> 1;
          case "daily" -> 24;
          case "weekly" -> 24 * 7;
          case "monthly" -> 24 * 30;
          case "yearly" -> 24 * 365;
          default -> 0;
        };
    int times = Math.max(1, number(fields.text("sy:updatefrequency")));
    long minutes = hours * 60L / times;
    return minutes < 1 ? null : Duration.ofMinutes(minutes);
  }

  private static Set<Integer> hours(Fields fields) {
    Set<Integer> hours = new HashSet<>();
    for (Element skip : fields.all("skiphours")) {
      for (Element child : skip.getChildren()) {
        int hour = number(child.getTextTrim());
        if (hour >= 0 && hour <= 24) {
          hours.add(hour % 24);
        }
      }
    }
    // A feed that is never to be asked is a mistake.
    return hours.size() == 24 ? Set.of() : hours;
  }

  private static Set<DayOfWeek> days(Fields fields) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Element skip : fields.all("skipdays")) {
      for (Element child : skip.getChildren()) {
        String name = child.getTextTrim().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
          if (name.length() >= 3 && day.name().startsWith(name)) {
            days.add(day);
          }
        }
      }
    }
    return days.size() == 7 ? Set.of() : days;
  }

  private static @Nullable String link(Fields fields, String rel, URI url) {
    for (Element link : fields.all("link", "atom:link")) {
      List<String> rels =
          List.of(link.getAttributeValue("rel", "").strip().toLowerCase(Locale.ROOT).split("\\s+"));
      URI address = Markup.resolve(Markup.base(link, url), link.getAttributeValue("href"));
      if (rels.contains(rel) && address != null) {
        return address.toString();
      }
    }
    return null;
  }

  /** At least 0; -1 if it is no number of a size that can be meant. */
  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : -1;
  }
}
