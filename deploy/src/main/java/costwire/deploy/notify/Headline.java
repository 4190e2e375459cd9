package costwire.deploy.notify;

import costwire.aggregate.Alert;
import java.util.List;
import java.util.stream.Collectors;

/** A message in words, for readers who are people. */
record Headline(String title, List<String> sentences) {
  static Headline of(Subscription subscription, Delivery delivery) {
    if (delivery.isTest()) {
      return new Headline(
          "Costwire: test of '" + subscription.name() + "'",
          List.of("This is a test. Alerts of this subscription will come here."));
    }
    String company = delivery.company();
    List<String> sentences =
        delivery.alerts().stream().map(Alert::reason).collect(Collectors.toList());
    if (delivery.more() > 0) {
      sentences.add("… and " + delivery.more() + " more.");
    }
    int alerts = delivery.alerts().size() + delivery.more();
    return new Headline(
        "Costwire: " + (company == null ? alerts + " alerts" : company), List.copyOf(sentences));
  }

  /** Title and sentences, a line each, at most so many characters. */
  String text(int most) {
    StringBuilder text = new StringBuilder(title);
    for (String sentence : sentences) {
      if (text.length() + sentence.length() + 2 > most) {
        text.append("\n…");
        break;
      }
      text.append('\n').append(sentence);
    }
    return text.length() <= most ? text.toString() : text.substring(0, most - 1) + "…";
  }
}
