package costwire.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.extract.Claim;
import costwire.extract.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A training run whose chip time and cost are public.
 *
 * @param amount how much of the chip's time it took, as its makers' claims
 * @param cost dollars; the geometric mean of a disclosed range
 * @param basis {@code paid}, {@code priced} by its makers, or {@code reckoned} by others
 */
record TrainingRun(String model, String company, List<Claim> amount, double cost, String basis) {
  private static final int COLUMNS = 11;

  static List<TrainingRun> all() throws IOException {
    InputStream resource = TrainingRun.class.getResourceAsStream("training-runs.csv");
    try (BufferedReader csv =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(resource), UTF_8))) {
      return csv.lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("model,"))
          .map(line -> of(line.split(",", COLUMNS)))
          .toList();
    }
  }

  private static TrainingRun of(String... cells) {
    String chip = cells[3];
    Stream<SampleClaim> told =
        cells[6].isEmpty()
            ? Stream.of(
                SampleClaim.chips("chips", chip).exactly(cells[4]),
                SampleClaim.hours("hours").exactly(cells[5]))
            : Stream.of(SampleClaim.chipHours("chip-hours", chip).exactly(cells[6]));
    List<Claim> amount =
        told.map(
                claim ->
                    claim
                        .about(cells[1], cells[0], Scope.TRAINING_RUN)
                        .by(cells[1])
                        .on(cells[2])
                        .build())
            .toList();
    double cost = StrictMath.sqrt(Double.parseDouble(cells[7]) * Double.parseDouble(cells[8]));
    return new TrainingRun(cells[0], amount.get(0).companyId(), amount, cost, cells[9]);
  }
}
