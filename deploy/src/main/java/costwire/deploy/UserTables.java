package costwire.deploy;

import costwire.aggregate.Estimator;
import costwire.extract.Extractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Rates of exchange and prices of chips that users put beside those that come along. */
public final class UserTables {
  /** What {@code --rates} is, for those who ask. */
  public static final String RATES =
      "Rates of exchange in the European Central Bank's XML, before those that come along.";

  private UserTables() {}

  /**
   * The extractor that converts by the file's rates; takes its time, reading models.
   *
   * @param rates in the European Central Bank's XML; null: only the rates that come along
   * @throws Refusal if it cannot be read
   */
  public static Extractor extractor(@Nullable Path rates) {
    if (rates == null) {
      return Extractor.standard();
    }
    try (InputStream xml = Files.newInputStream(rates)) {
      return Extractor.standard().convertingBy(xml);
    } catch (IOException e) {
      throw Refusal.wrong(rates + ": cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(rates + ": " + e.getMessage(), e);
    }
  }

  /**
   * The estimator to price by.
   *
   * @param file lines of {@code chip,from,kind,low,best,high,source}, which take the place of those
   *     that come along for the chips that they name; null: none do
   * @throws Refusal if it cannot be read
   */
  public static Estimator estimator(@Nullable Path file) {
    if (file == null) {
      return Estimator.standard();
    }
    try (Reader csv = Files.newBufferedReader(file)) {
      return Estimator.standard().withPrices(csv);
    } catch (IOException e) {
      throw Refusal.wrong(file + ": cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(file + ": " + e.getMessage(), e);
    }
  }
}
