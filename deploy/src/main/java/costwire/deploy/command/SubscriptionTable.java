package costwire.deploy.command;

import costwire.deploy.notify.Attempt;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Delivery;
import costwire.deploy.notify.Subscription;
import costwire.stream.Json;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Subscriptions and deliveries for whoever reads a terminal, in aligned columns. */
final class SubscriptionTable {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
  private static final String GAP = "  ";

  private SubscriptionTable() {}

  static String of(List<Subscription> subscriptions) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name", "companies", "kinds", "to", "state"));
    for (Subscription each : subscriptions) {
      String why = each.disabledAt() == null ? "active" : "disabled: " + each.disabledWhy();
      rows.add(
          List.of(
              each.id(),
              each.name(),
              list(each.companies()),
              list(each.kinds().stream().map(Json::word).toList()),
              way(each.deliver()),
              why));
    }
    return aligned(rows);
  }

  static String ofDeliveries(List<Delivery> deliveries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("message", "made", "company", "alerts", "state", "tries", "last"));
    for (Delivery each : deliveries) {
      String company = each.company();
      List<Attempt> attempts = each.attempts();
      rows.add(
          List.of(
              each.id(),
              each.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
              company == null ? "-" : company,
              each.isTest() ? "test" : String.valueOf(each.alerts().size() + each.more()),
              Json.word(each.state()),
              String.valueOf(each.tries()),
              attempts.isEmpty() ? "-" : last(attempts.get(attempts.size() - 1))));
    }
    return aligned(rows);
  }

  private static String last(Attempt attempt) {
    String error = attempt.error();
    return error != null ? error : attempt.status() == 0 ? "taken" : "taken: " + attempt.status();
  }

  private static String way(Deliver deliver) {
    Deliver.Webhook webhook = deliver.webhook();
    Deliver.Email email = deliver.email();
    return webhook != null ? webhook.url().toString() : email != null ? email.to() : "feed";
  }

  private static String list(List<String> chosen) {
    return chosen.isEmpty() ? "all" : String.join(",", chosen);
  }

  /** What a terminal would act on is left out. */
  static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("");
  }

  private static String aligned(List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], printable(row.get(i)).length());
      }
    }
    return rows.stream().map(row -> aligned(row, widths)).collect(Collectors.joining());
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = printable(row.get(i));
      line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }
}
