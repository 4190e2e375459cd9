package costwire.deploy.command;

import costwire.deploy.UserTables;
import costwire.extract.Extractor;
import costwire.extract.rate.Rates;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code --rates}, for the commands that read articles. */
final class RatesOption {
  static final String DESCRIPTION =
      "Rates of exchange in the European Central Bank's XML, before those that come along.";

  private RatesOption() {}

  /** The file is read now, the models only when the extractor is asked for. */
  static Supplier<Extractor> extractor(@Nullable Path file) {
    Rates rates = UserTables.rates(file);
    return () -> Extractor.standard().convertingBy(rates);
  }
}
