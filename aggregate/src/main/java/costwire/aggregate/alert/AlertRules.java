package costwire.aggregate.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.aggregate.Alert;
import costwire.aggregate.Alert.Kind;
import costwire.aggregate.Estimate.Evidence;
import costwire.stream.CloudEvents;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which alerts a change of an estimate is worth. Pure: the same change gives the same
 * alerts with the same ids. What is only computed anew, told once more, or told late gives none.
 */
public final class AlertRules {
  /** Below it, a step of the posterior's grid, which is 2.3 %, would show. */
  static final BigDecimal LEAST_SHARE = new BigDecimal("0.03");

  private final BigDecimal factor;

  private AlertRules(BigDecimal factor) {
    this.factor = factor;
  }

  /** The rules with 10 %. */
  public static AlertRules standard() {
    return movedBy(new BigDecimal("0.1"));
  }

  /**
   * Rules with another share.
   *
   * @param share by which a median must exceed the one last told, or fall short of it so that the
   *     one told exceeds it; 0.1 is 10 %
   * @throws IllegalArgumentException if it is below 3 %
   */
  public static AlertRules movedBy(BigDecimal share) {
    if (share.compareTo(LEAST_SHARE) < 0) {
      throw new IllegalArgumentException("a movement of less than 3 % may be one of rounding");
    }
    return new AlertRules(BigDecimal.ONE.add(share));
  }

  /**
   * What is to be told, and what to be remembered of it.
   *
   * @param alerts in the order of the lines, then of their kinds
   * @param told how the lines stand at their last alerts now
   * @param voices those that are told as new: an id of each
   */
  public record Decision(List<Alert> alerts, Told told, List<String> voices) {}

  /**
   * The alerts of a company's change.
   *
   * @param at when the newest claim behind it came
   */
  public Decision decide(String companyId, EstimateChange change, Instant at, Memory memory) {
    List<LineChange> lines = change.lines(memory.told());
    Writer writer = new Writer(companyId, change.company(), at, memory);
    lines.forEach(line -> decide(line, writer));
    return new Decision(writer.alerts, Told.of(lines, writer.alerts), writer.voices);
  }

  private void decide(LineChange line, Writer writer) {
    Reasons reasons = new Reasons(writer.company, line);
    List<Evidence> withdrawn = line.withdrawn(id -> writer.memory.claim(id) != null);
    if (!withdrawn.isEmpty()) {
      List<String> ids = withdrawn.stream().map(Evidence::claim).toList();
      writer.write(Kind.CLAIM_RETRACTED, line, reasons.withdrawn(ids.size()), ids);
    }
    line.newVoices(voice -> writer.isTold(line, voice))
        .forEach(voice -> writer.writeVoice(line, reasons, voice));
    BigDecimal told = line.medianTold();
    BigDecimal now = line.median();
    if (told != null && now != null) {
      decide(line, told, now, reasons, writer);
    }
    if (line.opensDispute()) {
      writer.write(Kind.DISPUTE_OPENED, line, reasons.agreement(), line.reweighed());
    } else if (line.settlesDispute()) {
      writer.write(Kind.DISPUTE_SETTLED, line, reasons.agreement(), line.reweighed());
    }
  }

  private void decide(
      LineChange line, BigDecimal told, BigDecimal now, Reasons reasons, Writer writer) {
    if (now.max(told).compareTo(now.min(told).multiply(factor)) > 0) {
      writer.write(Kind.ESTIMATE_MOVED, line, reasons.moved(told, now), line.reweighed());
    }
    BigDecimal threshold = Ladder.crossed(told, now);
    if (threshold != null) {
      String reason = reasons.crossed(threshold, told, now);
      writer.write(Kind.THRESHOLD_CROSSED, line, reason, line.reweighed());
    }
  }

  /** Gathers the alerts of one company's change. */
  private static final class Writer {
    final String companyId;
    final String company;
    final Instant at;
    final Memory memory;
    final List<Alert> alerts = new ArrayList<>();
    final List<String> voices = new ArrayList<>();

    Writer(String companyId, String company, Instant at, Memory memory) {
      this.companyId = companyId;
      this.company = company;
      this.at = at;
      this.memory = memory;
    }

    void write(Kind kind, LineChange change, String reason, List<String> claimIds) {
      String id = id(companyId, change.line(), kind, at, change.last(), change.now(), claimIds);
      add(id, kind, change, reason, claimIds);
    }

    boolean isTold(LineChange change, Evidence voice) {
      return memory.timesTold(first(change, voice)) > 0;
    }

    /** The id is the same in whatever burst of claims the voice is heard. */
    private String first(LineChange change, Evidence voice) {
      return id(companyId, change.line(), Kind.NEW_CLAIM, voice.voice());
    }

    void writeVoice(LineChange change, Reasons reasons, Evidence voice) {
      String first = first(change, voice);
      int times = memory.timesTold(first);
      String reason = reasons.heard(memory.claim(voice.claim()));
      List<String> claimIds = List.of(voice.claim());
      add(times == 0 ? first : id(first, times), Kind.NEW_CLAIM, change, reason, claimIds);
      voices.add(first);
    }

    private void add(
        String id, Kind kind, LineChange change, String reason, List<String> claimIds) {
      alerts.add(
          new Alert(
              id,
              at,
              companyId,
              company,
              kind,
              change.line(),
              change.last(),
              change.now(),
              reason,
              claimIds,
              null));
    }

    private static String id(@Nullable Object... facts) {
      try {
        return CloudEvents.id(Json.mapper().writeValueAsBytes(Arrays.asList(facts)));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
