package costwire.ingest.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an element's name, role, class and id say of its content. Code speaks English everywhere.
 */
enum Hint {
  /** Declared to be the article's body. */
  BODY(3),
  /** Named like a body. */
  CONTENT(1),
  NONE(0),
  /** Named like something beside the body, in a way that bodies sometimes are. */
  ASIDE(2),
  /** Named like the words under a picture. */
  CAPTION(4),
  /** Beside the body for certain, unless nearly everything is inside. */
  CLUTTER(5);

  /** A post's classes say so of what it is about. */
  private static final String SUBJECT = "tag-";

  private static final int MOST_NAMES = 40;

  private static final Set<String> CLUTTER_ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar",
          "tablist");

  private static final Set<String> CLUTTER_WORDS =
      words(
          """
          comment comments commenting commentlist disqus kommentare comentarios commentaires related
          relatedposts relatednews recommended recommendations recommend relacionadas sidebar rail share
          sharing sharebar sharethis social addthis nav navigation navbar menu breadcrumb breadcrumbs
          footer promo promos promotion advert adverts advertisement advertising advertorial ad ads
          adslot adbox adunit dfp gpt werbung anzeige publicidad publicite sponsor sponsored cookie
          cookies consent gdpr onetrust newsletter newsletters signup mailing outbrain taboola trending
          popular mostread mostpopular pagination pager toolbar modal popup lightbox overlay login
          byline taglist readmore seealso alsoread readnext upnext morefrom morestories youmay skiplink
          teaser teasers livefyre partners followus subscribe subscription subscriptionwidget
          interstitial interstitiallink hyvor replies remarks remark reactions responses discussion respond
          yorum yorumlar komentar komentarze kommentar kommentarer komentari binhluan pinglun reacties
          bacajuga lihatjuga terkait lienquan tinlienquan xemthem docthem ilgili okuyun paylas
          leiamais vejamais leiatambem leatambien relacionados masleidas lireaussi liresuite
          czytajtez zobacztez polecane udostepnij verwandt weiterlesen mehrzum socials sociallinks
          sharetools storyhighlights richlink jprelatedposts sharedaddy instagrammedia
          podcastpromo donation donate mostviewed mostcommented inlinerelated relatedinline readalso
          autorbox authorbox authorbio aboutauthor aboutauthors authorinfo recirc recirculation zergnet
          revcontent mgid adsense adsbygoogle mpu leaderboard skyscraper interruptor infolinks
          """);

  private static final Set<String> ASIDE_WORDS =
      words(
          """
          author authors bio tags tag topics keywords
          copyright disclaimer meta metadata date timestamp pubdate widget banner rating poll
          quiz print tools tool header masthead topbar references footnotes footnote infobox toc audio
          player video gallery carousel slideshow register profile
          follow more notice notification alert tooltip bottom extra correlati pullquote pullquotes bookmark callout
          """);

  private static final Set<String> CAPTION_WORDS =
      words(
          """
          caption captions figcaption imagecaption imgcaption photocaption captiontext legend legende
          cutline imgdesc imgdescr imagedesc photodesc piefoto piedefoto didascalia bildunterschrift
          bildtext credit credits imagecredit photocredit imgcredit photographer fotograf piccaption
          mediacaption featurecaption
          """);

  /** Words that page builders put into the name of everything. */
  private static final Set<String> BUILDERS = Set.of("elementor", "wpb", "vc", "category", "et");

  private static final Set<String> BODY_WORDS =
      words(
          """
          articlebody articletext articlecontent storybody storytext storycontent entrycontent
          postcontent postbody posttext bodytext bodycopy bodycontent newsbody newstext newscontent
          contentbody textbody maincontent detailcontent contentdetail articlebodywrapper storydetails
          storydetail storycontents entrytext blogcontent blogpostcontent tdpostcontent newscontents
          mceditablecontent articlefulltext fulltext contentarticle notebody textcontent
          detailtext newsdetail articledetail isicontent readcontent artikelbody artikeltext
          cuerponoticia textonoticia corpotexto articletxt
          """);

  private static final Set<String> CONTENT_WORDS =
      words(
          "article story content body text post entry main prose artikel noticia contenido texte");

  /** "has-sidebar" and "no-comments" speak of others. */
  private static final Set<String> BEARERS =
      Set.of("has", "with", "no", "without", "hide", "enable");

  private static final Map<String, Hint> BY_WORD = byWord();

  /** Where an element is called more than one thing, the strongest holds. */
  private final int strength;

  Hint(int strength) {
    this.strength = strength;
  }

  boolean isGood() {
    return this == BODY || this == CONTENT;
  }

  /** What an element without attributes is. */
  static Hint ofTag(String tag) {
    return switch (tag) {
      case "nav", "footer", "aside", "dialog", "menu" -> CLUTTER;
      case "article", "main" -> CONTENT;
      default -> NONE;
    };
  }

  static Hint of(String tag, Marks marks) {
    if (marks.isNone()) {
      return ofTag(tag);
    }
    if (!marks.itemprop.isEmpty()
        && marks.itemprop.toLowerCase(Locale.ROOT).contains("articlebody")) {
      return BODY;
    }
    if (tag.length() == 2 && tag.charAt(0) == 'h') {
      // A heading's name speaks of its look.
      return NONE;
    }
    Hint ofTag = ofTag(tag);
    if (ofTag == CLUTTER
        || (!marks.role.isEmpty() && CLUTTER_ROLES.contains(marks.role.toLowerCase(Locale.ROOT)))) {
      return CLUTTER;
    }
    boolean neutral = tag.equals("html") || tag.equals("body");
    return neutral ? NONE : named(tag, ofTag, marks);
  }

  private static Hint named(String tag, Hint ofTag, Marks marks) {
    Hint hint = stronger(ofTag, marks.look.hint());
    if (tag.indexOf('-') > 0) {
      hint = stronger(hint, ofName(tag));
    }
    boolean subject = marks.id.startsWith(SUBJECT) && marks.classes.contains("post");
    return marks.id.isEmpty() || subject ? hint : stronger(hint, ofNames(marks.id));
  }

  /** The strongest of the names that stand in a class or an id. */
  static Hint ofNames(String names) {
    Hint hint = NONE;
    boolean post = names.contains("post");
    int count = 0;
    for (int start = 0, end = 0; start < names.length() && count < MOST_NAMES; start = end + 1) {
      end = start;
      while (end < names.length() && names.charAt(end) > ' ') {
        end++;
      }
      // A post bears the names of its subjects, whatever they are.
      boolean subject = post && names.startsWith(SUBJECT, start);
      if (end > start && !subject) {
        count++;
        hint = stronger(hint, ofName(names.substring(start, end)));
      }
    }
    return hint;
  }

  private static Hint stronger(Hint one, Hint other) {
    return one.strength >= other.strength ? one : other;
  }

  /** Reads one class name or id, such as {@code related-stories__list} or {@code shareBar}. */
  private static Hint ofName(String name) {
    Hint hint = NONE;
    String before = "";
    int start = 0;
    for (int i = 1; i <= name.length() && i <= 100; i++) {
      if (i < name.length() && !parts(name.charAt(i - 1), name.charAt(i))) {
        continue;
      }
      String word = word(name, start, i);
      start = i;
      if (!word.isEmpty()) {
        if (before.isEmpty() && BUILDERS.contains(word)) {
          return NONE;
        }
        if (!BEARERS.contains(before)) {
          hint = stronger(hint, ofWord(word));
          hint = before.isEmpty() ? hint : stronger(hint, ofWord(before + word));
        }
        before = word;
      }
    }
    return hint;
  }

  private static boolean parts(char a, char b) {
    return !isLetter(a) || !isLetter(b) || (isLower(a) && !isLower(b));
  }

  private static String word(String name, int from, int to) {
    return isLetter(name.charAt(from)) ? name.substring(from, to).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static Hint ofWord(String word) {
    return BY_WORD.getOrDefault(word, NONE);
  }

  /** The first of these lists that has a word says what it means. */
  private static Map<String, Hint> byWord() {
    Map<String, Hint> hints = new HashMap<>();
    CLUTTER_WORDS.forEach(word -> hints.putIfAbsent(word, CLUTTER));
    CAPTION_WORDS.forEach(word -> hints.putIfAbsent(word, CAPTION));
    BODY_WORDS.forEach(word -> hints.putIfAbsent(word, BODY));
    ASIDE_WORDS.forEach(word -> hints.putIfAbsent(word, ASIDE));
    CONTENT_WORDS.forEach(word -> hints.putIfAbsent(word, CONTENT));
    return hints;
  }

  private static Set<String> words(String text) {
    return Set.copyOf(new HashSet<>(Arrays.asList(text.strip().split("\\s+"))));
  }
}
