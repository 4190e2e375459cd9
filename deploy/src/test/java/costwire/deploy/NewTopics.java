package costwire.deploy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;

/** Topics of a test. */
final class NewTopics {
  private NewTopics() {}

  /** Creates one, as soon as the broker has a place for it: after a pause it has none at first. */
  static void create(Cluster cluster, String name, int partitions) throws Exception {
    try (Admin admin = cluster.admin()) {
      Eventually.await(() -> isCreated(admin, new NewTopic(name, partitions, (short) 1)));
    }
  }

  private static boolean isCreated(Admin admin, NewTopic topic) throws Exception {
    try {
      admin.createTopics(List.of(topic)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvalidReplicationFactorException) {
        return false;
      }
      throw e;
    }
  }
}
