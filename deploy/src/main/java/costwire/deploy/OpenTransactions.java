package costwire.deploy;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions whose records are written, and which nobody gets past who reads what is committed. A
 * commit is told to whoever made it, and to a group whose place is part of it, before all of its
 * partitions know.
 */
public final class OpenTransactions {
  private OpenTransactions() {}

  /**
   * The partitions that hold any.
   *
   * @throws Refusal if the cluster does not answer
   */
  public static Set<TopicPartition> among(Admin admin, Collection<TopicPartition> partitions) {
    // In this order: what is written in between counts as open, and not as if it were not there.
    Map<TopicPartition, Long> committed = ends(admin, partitions, IsolationLevel.READ_COMMITTED);
    Map<TopicPartition, Long> written = ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
    return partitions.stream()
        .filter(
            partition ->
                written.getOrDefault(partition, 0L) > committed.getOrDefault(partition, 0L))
        .collect(Collectors.toSet());
  }

  private static Map<TopicPartition, Long> ends(
      Admin admin, Collection<TopicPartition> partitions, IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream()
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        Cluster.answer(
            admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all(),
            "the topics cannot be asked for their ends");
    return ends.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }
}
