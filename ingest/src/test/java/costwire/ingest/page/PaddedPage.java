package costwire.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Random;

/**
 * One of our pages with the weight of real ones around it, 100 to 150 KB: styles and scripts, menus
 * of three storeys, rows of teasers with pictures, remarks of readers, comments of templates.
 */
final class PaddedPage {
  private static final int STYLES = 150;
  private static final int SETTINGS = 220;
  private static final int MENU = 90;
  private static final int TEASERS = 60;
  private static final int REMARKS = 25;
  private static final String WORDS =
      "harbour ledger winter council chips engines ferry market budget school river court season"
          + " doctor bridge tariff garden signal union harvest museum cable storm lantern quarry";

  private final Random random = new Random(23);
  private final StringBuilder out = new StringBuilder(150_000);

  private PaddedPage() {}

  /** The page's bytes with the padding in its head, before its text and behind it. */
  static byte[] of(byte[] html) {
    String page = new String(html, UTF_8);
    String lower = page.toLowerCase(Locale.ROOT);
    int head = Math.max(0, lower.indexOf("</head>"));
    int body = Math.max(head, lower.indexOf("<body"));
    int start = Math.max(head, lower.indexOf('>', body) + 1);
    int end = Math.max(start, lower.lastIndexOf("</body>"));
    PaddedPage padded = new PaddedPage();
    padded.out.append(page, 0, head);
    padded.styles();
    padded.out.append(page, head, start);
    padded.menu();
    padded.out.append(page, start, end);
    padded.teasers();
    padded.remarks();
    padded.settings();
    return padded.out.append(page, end, page.length()).toString().getBytes(UTF_8);
  }

  private void styles() {
    out.append("<style>");
    for (int i = 0; i < STYLES; i++) {
      out.append(".m-").append(i).append("__item--wide,.m-").append(i);
      out.append("{margin:0 auto;padding:12px 16px;display:flex;color:#1a1a1a}\n");
    }
    out.append("</style>");
  }

  private void settings() {
    out.append("<script>window.__settings={");
    for (int i = 0; i < SETTINGS; i++) {
      out.append("\"slot").append(i).append("\":{\"sizes\":[[300,250],[728,90]],\"lazy\":true,");
      out.append("\"id\":\"div-slot-").append(i).append("\"},");
    }
    out.append("\"end\":0}</script>");
  }

  private void menu() {
    out.append("<!-- header starts --><nav class=\"m-nav m-nav--main\" role=\"navigation\">");
    for (int i = 0; i < MENU; i++) {
      out.append(i % 10 == 0 ? "<ul class=\"m-nav__list m-nav__list--level\">" : "");
      out.append("<li class=\"m-nav__item\" data-index=\"").append(i);
      out.append("\"><a class=\"m-nav__link js-track\" href=\"/s/").append(i);
      out.append("\" data-track=\"nav|").append(i).append("\"><span class=\"m-nav__label\">");
      out.append(words(2)).append("</span></a></li>\n");
      out.append(i % 10 == 9 ? "</ul>" : "");
    }
    out.append("</nav><!-- header ends -->\n");
  }

  private void teasers() {
    out.append("<aside class=\"m-rail\"><h2 class=\"m-rail__title\">More</h2>\n");
    for (int i = 0; i < TEASERS; i++) {
      out.append("<!-- card ")
          .append(i)
          .append(" --><div class=\"m-card m-card--small\" id=\"card-");
      out.append(i).append("\"><a class=\"m-card__link\" href=\"/n/").append(i);
      out.append("\"><img class=\"m-card__image lazy\" data-src=\"/i/").append(i);
      out.append(".jpg\" alt=\"").append(words(4)).append("\" width=\"320\" height=\"180\"></a>");
      out.append("<div class=\"m-card__text\"><span class=\"m-card__kicker\">").append(words(1));
      out.append("</span><h3 class=\"m-card__title\"><a href=\"/n/").append(i).append("\">");
      out.append(words(8)).append("</a></h3><p class=\"m-card__standfirst\">").append(words(16));
      out.append("</p><time class=\"m-card__date\" datetime=\"2024-02-0").append(1 + i % 9);
      out.append("T08:00:00Z\">").append(1 + i % 9).append(" February 2024</time></div></div>\n");
    }
    out.append("</aside>");
  }

  private void remarks() {
    out.append("<section class=\"comments\" id=\"comments\">");
    for (int i = 0; i < REMARKS; i++) {
      out.append("<div class=\"comment depth-").append(i % 3).append("\" id=\"comment-").append(i);
      out.append("\"><span class=\"comment-author\">").append(words(2)).append("</span><p>");
      out.append(words(40)).append(".</p><button class=\"reply\">Reply</button></div>\n");
    }
    out.append("</section>");
  }

  private String words(int count) {
    String[] all = WORDS.split(" ", -1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(all[random.nextInt(all.length)]);
    }
    return text.toString();
  }
}
