package costwire.deploy.serve;

import costwire.deploy.FeedList;
import costwire.ingest.Feed;
import java.io.IOException;
import java.util.Collection;
import org.apache.kafka.common.KafkaException;

/** The topic of feeds, for the API. */
record FeedDesk(FeedList list) implements FeedRoutes.Desk {
  @Override
  public void follow(Collection<Feed> feeds) throws IOException {
    try {
      list.put(feeds);
    } catch (KafkaException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void end(String url) throws IOException {
    try {
      list.end(url);
    } catch (KafkaException e) {
      throw new IOException(e);
    }
  }
}
