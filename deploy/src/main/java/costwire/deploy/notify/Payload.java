package costwire.deploy.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Alert;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook in our own format. It stays below twenty kilobytes: what does not fit is
 * counted in {@code more}, and is on the topic and in the API.
 *
 * @param type of the event, with its version
 * @param timestamp when the message was made
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Payload(String type, Instant timestamp, Data data) {
  static final int MOST_BYTES = 20_000;

  private static final String ALERTS = "costwire.alerts.v1";
  private static final String TEST = "costwire.test.v1";

  /**
   * What the event is about.
   *
   * @param subscriptionId whose it is
   * @param subscription its name
   * @param companyId null in a test
   * @param alerts oldest first, as on their topic; none in a test
   * @param more alerts that did not fit
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Data(
      String subscriptionId,
      String subscription,
      @Nullable String companyId,
      @Nullable String company,
      List<Alert> alerts,
      int more) {
    public Data {
      alerts = List.copyOf(alerts);
    }
  }

  static byte[] of(Subscription subscription, Delivery delivery) {
    for (int kept = delivery.alerts().size(); ; kept--) {
      byte[] bytes = of(subscription, delivery, kept);
      if (bytes.length < MOST_BYTES || kept == 0) {
        return bytes;
      }
    }
  }

  private static byte[] of(Subscription subscription, Delivery delivery, int kept) {
    List<Alert> alerts =
        delivery.alerts().stream().limit(kept).map(alert -> alert.to(subscription.id())).toList();
    Data data =
        new Data(
            subscription.id(),
            subscription.name(),
            delivery.companyId(),
            delivery.company(),
            alerts,
            delivery.more() + delivery.alerts().size() - kept);
    Payload payload = new Payload(delivery.isTest() ? TEST : ALERTS, delivery.createdAt(), data);
    try {
      return Json.mapper().writeValueAsString(payload).getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
