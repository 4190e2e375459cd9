package costwire.extract.step;

import costwire.extract.Claim;
import costwire.stream.CloudEvents;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** A claim as a CloudEvent under its company. */
final class ClaimEvent {
  private static final String SOURCE = "/costwire/extract";
  private static final String TYPE = "costwire.claim.v1";

  private ClaimEvent() {}

  /**
   * @param at when it became so, in milliseconds since the epoch
   */
  static Record<String, Claim> of(Claim claim, long at) {
    RecordHeaders headers = new RecordHeaders();
    CloudEvents.stamp(headers, id(claim), SOURCE, TYPE, Instant.ofEpochMilli(at));
    return new Record<>(claim.companyId(), claim, at, headers);
  }

  /** Told, told of a copy, and taken back are three events. */
  private static String id(Claim claim) {
    if (claim.retracted()) {
      return claim.id() + "-retracted";
    }
    return claim.duplicateOf() == null ? claim.id() : claim.id() + "-of-" + claim.duplicateOf();
  }
}
