package costwire.extract.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with names that are enough by themselves, and weak ones that need support. */
public sealed interface Named permits Chip, Organisation, Person, AiModel, Machine {
  @Nullable List<String> names();

  @Nullable List<String> weak();
}
