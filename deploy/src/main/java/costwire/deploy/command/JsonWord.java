package costwire.deploy.command;

import costwire.stream.Json;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of an enumeration as an option's value, written as in JSON. */
abstract class JsonWord<E extends Enum<E>> implements ITypeConverter<E> {
  private final Map<String, E> words;

  JsonWord(Class<E> type) {
    words = Json.words(type);
  }

  @Override
  public final E convert(String word) {
    E value = words.get(word);
    if (value == null) {
      throw new TypeConversionException(
          "'" + word + "' is none of " + String.join(", ", words.keySet()));
    }
    return value;
  }
}
