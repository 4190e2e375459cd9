package costwire.deploy.command;

import costwire.stream.Json;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** One of an enumeration as an option's value, written as in JSON. */
abstract class JsonWord<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> values;

  JsonWord(Class<E> type) {
    values = List.of(type.getEnumConstants());
  }

  @Override
  public final E convert(String word) {
    return values.stream()
        .filter(value -> word(value).equals(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of " + words()));
  }

  private String words() {
    return String.join(", ", values.stream().map(JsonWord::word).toList());
  }

  private static String word(Object value) {
    return Json.mapper().convertValue(value, String.class);
  }
}
