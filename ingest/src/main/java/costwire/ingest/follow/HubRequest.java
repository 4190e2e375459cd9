package costwire.ingest.follow;

import costwire.ingest.Hub;
import costwire.ingest.WebSub;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we ask of a hub.
 *
 * @param feed key of the feed that it is about
 * @param lease for how long it is to tell us of changes; null: it is to stop
 */
record HubRequest(String feed, Hub hub, @Nullable Duration lease) {
  boolean subscribes() {
    return lease != null;
  }

  /** The form, as WebSub wants it. */
  Map<String, String> form(WebSub webSub) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", lease == null ? "unsubscribe" : "subscribe");
    form.put("hub.topic", hub.topic());
    form.put("hub.callback", webSub.callback(feed).toString());
    if (lease != null) {
      form.put("hub.secret", webSub.secret(feed));
      form.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
    }
    return form;
  }
}
