package costwire.extract.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who speaks for an organisation, or on it.
 *
 * @param of canonical name of the organisation; null if for none
 * @param surname forms that stand for the person once the full name was given
 */
public record Person(
    String name, @Nullable String of, @Nullable List<String> names, @Nullable List<String> surname)
    implements Named {
  @Override
  public @Nullable List<String> weak() {
    return surname;
  }
}
