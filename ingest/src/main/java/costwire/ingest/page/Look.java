package costwire.ingest.page;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What the words in a class or an id say, read once for each distinct one: sites name their
 * elements alike on every page.
 *
 * @param hint what they say of the element's place on the page
 * @param unseen whether it is kept for readers who hear the page
 * @param byline whether it is named for the one who wrote
 * @param dated whether it is named for a date
 * @param walled whether it is the sign of a paywall
 * @param centred whether its text is set in the middle
 */
record Look(
    Hint hint, boolean unseen, boolean byline, boolean dated, boolean walled, boolean centred) {
  static final Look NONE = new Look(Hint.NONE, false, false, false, false, false);

  /** On the screen they would be in the way. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?![\\w-])");

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:byline|by-line|author|authors|byline__name|author-name|authorname"
              + "|article-author|post-author|entry-author|journalist|reporter|writer|autor|autore|auteur|redattore)"
              + "(?:$|[\\s_-])");

  private static final Pattern WALL =
      Pattern.compile(
          "(?:^|[\\s_-])(?:paywall|paywalled|regwall|subscriber-only|premium-content)(?:$|[\\s_-])");

  private static final int LONGEST = 200;
  private static final int MOST = 20_000;
  private static final Map<String, Look> KNOWN = new ConcurrentHashMap<>();

  static Look of(String names) {
    if (names.isEmpty()) {
      return NONE;
    }
    Look known = KNOWN.get(names);
    if (known != null) {
      return known;
    }
    Look look = read(names);
    // Hostile pages name nothing twice.
    if (names.length() <= LONGEST && KNOWN.size() < MOST) {
      KNOWN.put(names, look);
    }
    return look;
  }

  private static Look read(String names) {
    return new Look(
        Hint.ofNames(names),
        names.length() > 6 && UNSEEN.matcher(names).find(),
        mayName(names) && BYLINE.matcher(names).find(),
        names.contains("date") || names.contains("Date") || names.contains("publish"),
        mayWall(names) && WALL.matcher(names.toLowerCase(Locale.ROOT)).find(),
        names.contains("text-center"));
  }

  private static boolean mayName(String names) {
    return names.length() > 4
        && (names.contains("uthor")
            || names.contains("yline")
            || names.contains("by-line")
            || names.contains("auto")
            || names.contains("auteur")
            || names.contains("eporter")
            || names.contains("writer")
            || names.contains("ournalist")
            || names.contains("redattore"));
  }

  /** A cheap look before the exact one. */
  static boolean mayWall(String names) {
    return names.contains("wall") || names.contains("-only") || names.contains("mium-");
  }
}
