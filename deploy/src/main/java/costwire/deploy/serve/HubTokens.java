package costwire.deploy.serve;

import costwire.ingest.Feed;
import costwire.ingest.WebSub;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which feed a hub's token is for. */
final class HubTokens {
  private final WebSub webSub;
  private final ReadModel model;
  private final Map<String, String> feeds = new ConcurrentHashMap<>();

  HubTokens(WebSub webSub, ReadModel model) {
    this.webSub = webSub;
    this.model = model;
  }

  /** The feed as it stands; null if the token is for none that is followed. */
  @Nullable Feed feed(String token) {
    if (!feeds.containsKey(token)) {
      // Only whoever has the key can make a token that gets here: the walk is no stranger's to ask.
      feeds.values().removeIf(url -> model.feed(url) == null);
      model.feeds().forEach(feed -> feeds.put(webSub.token(feed.url()), feed.url()));
    }
    String url = feeds.get(token);
    return url == null ? null : model.feed(url);
  }
}
