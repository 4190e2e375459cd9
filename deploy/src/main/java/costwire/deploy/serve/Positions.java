package costwire.deploy.serve;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far the topics have been read: for each topic, the next offset of each partition. As text it
 * is the id of a live event, so that a client who comes back with one misses nothing.
 *
 * @param log which cluster's log the offsets are of
 */
record Positions(String log, Map<String, long[]> next) {
  private static final int MAX_LENGTH = 4_000;
  private static final Pattern LOG = Pattern.compile("[A-Za-z0-9]{1,32}");
  private static final Pattern TOPIC = Pattern.compile("[a-z.-]{1,64}(:[0-9]{1,18}){1,1000}");

  Positions {
    Map<String, long[]> copy = new TreeMap<>();
    next.forEach((topic, offsets) -> copy.put(topic, offsets.clone()));
    next = copy;
  }

  /** Nothing read yet. */
  static Positions start(String log) {
    return new Positions(log, Map.of());
  }

  /** What a client sent, if it can be one of ours. */
  static Optional<Positions> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String[] parts = text.split(";", -1);
    if (!LOG.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    Map<String, long[]> next = new TreeMap<>();
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      if (!TOPIC.matcher(part).matches()) {
        return Optional.empty();
      }
      String[] fields = part.split(":", -1);
      next.put(fields[0], Arrays.stream(fields).skip(1).mapToLong(Long::parseLong).toArray());
    }
    return Optional.of(new Positions(parts[0], next));
  }

  /** Next offset of a partition; 0 where nothing was read. */
  long of(String topic, int partition) {
    long[] offsets = next.get(topic);
    return offsets == null || partition >= offsets.length ? 0 : offsets[partition];
  }

  /** These and one record more. */
  Positions after(String topic, int partition, long offset) {
    long[] offsets = next.getOrDefault(topic, new long[0]);
    long[] grown = Arrays.copyOf(offsets, Math.max(offsets.length, partition + 1));
    grown[partition] = Math.max(grown[partition], offset + 1);
    Map<String, long[]> changed = new TreeMap<>(next);
    changed.put(topic, grown);
    return new Positions(log, changed);
  }

  @Override
  public String toString() {
    return next.entrySet().stream()
        .map(
            topic ->
                ";"
                    + topic.getKey()
                    + Arrays.stream(topic.getValue())
                        .mapToObj(offset -> ":" + offset)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining("", log, ""));
  }
}
