package costwire.ingest.source;

import java.util.List;
import java.util.Random;

/** A news page of the usual size: a few kilobytes of text in some ninety of everything else. */
final class SamplePage {
  private static final List<String> WHO =
      List.of("The laboratory", "Its rival", "A supplier", "The ministry", "One investor");
  private static final List<String> DID =
      List.of("has rented", "will not renew", "is said to want", "denies buying", "paid for");
  private static final List<String> WHAT =
      List.of("another hall of accelerators", "the older cluster", "a year of compute", "cooling");
  private static final List<String> WHY =
      List.of(
          "because the last run took longer than planned",
          "although its budget was spent in spring",
          "which two people with knowledge of the contract confirm",
          "at a price that nobody would repeat on the record");

  private SamplePage() {}

  /** The same page for the same number. */
  static String of(int number) {
    Random random = new Random(number);
    String title = sentence(random).replace(".", "");
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=en><head><title>");
    page.append(title).append(" | The Harbour Ledger</title><meta charset=utf-8>");
    page.append("<meta property=\"article:published_time\" content=\"2025-02-11T08:30:00Z\">");
    page.append("<link rel=canonical href=\"https://news.example/").append(number).append("\">");
    page.append("<style>").append(rules(random, 250)).append("</style></head><body>");
    links(page, random, "nav", 120);
    page.append("<main><article><h1>")
        .append(title)
        .append("</h1><p class=byline>By A. Writer</p>");
    for (int i = 0; i < 14; i++) {
      page.append("<p>").append(paragraph(random)).append("</p>");
      page.append("<div class=\"ad slot-").append(i).append("\"><span>Advertisement</span></div>");
    }
    page.append("</article></main>");
    links(page, random, "aside", 90);
    page.append("<script>").append(script(random, 600)).append("</script>");
    links(page, random, "footer", 60);
    return page.append("</body></html>").toString();
  }

  private static String paragraph(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      text.append(sentence(random)).append(' ');
    }
    return text.toString();
  }

  private static String sentence(Random random) {
    return one(WHO, random)
        + ' '
        + one(DID, random)
        + ' '
        + one(WHAT, random)
        + " for "
        + (2 + random.nextInt(900))
        + " million dollars, "
        + one(WHY, random)
        + '.';
  }

  private static void links(StringBuilder page, Random random, String tag, int count) {
    page.append('<').append(tag).append("><ul>");
    for (int i = 0; i < count; i++) {
      String slug = Integer.toHexString(random.nextInt());
      page.append("<li class=\"item item-").append(i).append("\"><a href=\"/section/").append(slug);
      page.append("\"><img src=\"/img/").append(slug).append(".jpg\" alt=\"\"><span>");
      page.append(one(WHO, random)).append(' ').append(one(DID, random));
      page.append(' ').append(one(WHAT, random)).append("</span></a></li>");
    }
    page.append("</ul></").append(tag).append('>');
  }

  private static String rules(Random random, int count) {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rules.append(".c").append(Integer.toHexString(random.nextInt())).append("{margin:");
      rules.append(random.nextInt(40)).append("px;color:#").append(random.nextInt(999)).append('}');
    }
    return rules.toString();
  }

  private static String script(Random random, int count) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < count; i++) {
      script.append("w.q.push({k:\"").append(Long.toString(random.nextLong(), 36));
      script.append("\",n:").append(random.nextInt(9_999)).append("});");
    }
    return script.toString();
  }

  private static String one(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
