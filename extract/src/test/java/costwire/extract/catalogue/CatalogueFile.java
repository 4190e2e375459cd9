package costwire.extract.catalogue;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A catalogue as it lies in its file, and the faults that any of them may have. */
final class CatalogueFile {
  /** What a reader takes for the same name: case, width, space, hyphen, joiner, middle dot. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-·・\\u200c]");

  private static final Pattern MONTH = Pattern.compile("(19|20)\\d\\d-(0[1-9]|1[0-2])");

  private final String key;
  private final List<Map<String, Object>> entries;

  private CatalogueFile(String key, List<Map<String, Object>> entries) {
    this.key = key;
    this.entries = entries;
  }

  static CatalogueFile read(String file, String key) {
    ObjectMapper yaml =
        new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());
    try (InputStream in = CatalogueFile.class.getResourceAsStream("/catalogue/" + file)) {
      return new CatalogueFile(
          key, yaml.readValue(Objects.requireNonNull(in, file), new TypeReference<>() {}));
    } catch (IOException e) {
      throw new AssertionError(file + " is no YAML", e);
    }
  }

  List<Map<String, Object>> entries() {
    return entries;
  }

  String id(Map<String, Object> entry) {
    return String.valueOf(entry.get(key));
  }

  /** Forms under a field, {@code names} or {@code weak}; empty where it has none. */
  static List<?> forms(Map<String, Object> entry, String field) {
    return entry.get(field) instanceof List<?> list ? list : List.of();
  }

  /** One line for each fault: ids met twice, names of nobody or of two, fields not known. */
  List<String> faults(Set<String> fields) {
    List<String> faults = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Map<String, String> owners = new HashMap<>();
    for (Map<String, Object> entry : entries) {
      String id = id(entry);
      if (!ids.add(id)) {
        faults.add(id + " stands twice");
      }
      if (!fields.containsAll(entry.keySet())) {
        faults.add(id + " has a field that nobody reads: " + entry.keySet());
      }
      if (forms(entry, "names").isEmpty() && forms(entry, "weak").isEmpty()) {
        faults.add(id + " has no name");
      }
      if (!MONTH.matcher(String.valueOf(entry.getOrDefault("released", "2020-01"))).matches()) {
        faults.add(id + " was not released in a month: " + entry.get("released"));
      }
      claim(entry, owners, faults);
    }
    entries.forEach(entry -> holdBack(entry, owners, faults));
    return faults;
  }

  private void claim(Map<String, Object> entry, Map<String, String> owners, List<String> faults) {
    for (Object name : forms(entry, "names")) {
      if (!(name instanceof String text) || text.isBlank() || text.strip().length() < 2) {
        faults.add(id(entry) + " has a name that is no word: " + name);
      } else {
        String owner = owners.putIfAbsent(fold(text), id(entry));
        if (owner != null && !owner.equals(id(entry))) {
          faults.add(name + " means both " + owner + " and " + id(entry));
        }
      }
    }
  }

  /** A weak form that is somebody's name would never be weak. */
  private void holdBack(
      Map<String, Object> entry, Map<String, String> owners, List<String> faults) {
    for (Object form : forms(entry, "weak")) {
      if (!(form instanceof String text)) {
        faults.add(id(entry) + " has a weak form that is no text: " + form);
      } else if (owners.containsKey(fold(text))) {
        faults.add(form + " is weak for " + id(entry) + ", a name of " + owners.get(fold(text)));
      }
    }
  }

  private static String fold(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String joined = BETWEEN.matcher(plain).replaceAll("");
    return joined.endsWith("~") ? joined.substring(0, joined.length() - 1) : joined;
  }
}
