package costwire.extract.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.text.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Currency signs, and the names that several currencies share ("dollar", "kr"): kept as a type and
 * resolved late, by the publisher's country, then by the article's language.
 */
public final class Currencies {
  /** What cannot be known. */
  public static final String UNKNOWN = "XXX";

  private static final Currencies STANDARD =
      new Currencies(
          Yaml.read(new ResourceFolder("/catalogue"), "currencies.yaml", new TypeReference<>() {}));

  private final Contents contents;
  private final CharTrie prefixes = new CharTrie();
  private final Map<String, Set<String>> members;

  private Currencies(Contents contents) {
    this.contents = contents;
    this.members = members(contents);
    contents.signs().keySet().stream()
        .filter(sign -> sign.chars().allMatch(Character::isLetter))
        .forEach(prefixes::add);
    CurrencyNames.codes().forEach(prefixes::add);
  }

  public static Currencies standard() {
    return STANDARD;
  }

  /** Sign to code or type. */
  public Map<String, String> signs() {
    return contents.signs();
  }

  /** What may be glued to the number behind it: USD34.6, Rs65, RMB5. */
  public Words prefixes() {
    return prefixes;
  }

  /**
   * The likeliest ISO code.
   *
   * @param codeOrType an ISO code, which stays, or the name of a type
   * @param locale the article's language, with the script where the two tell more
   * @param publisher host or name of the outlet; null if unknown
   */
  public String resolve(String codeOrType, String locale, @Nullable String publisher) {
    Type type = contents.types().get(codeOrType);
    if (type == null) {
      return codeOrType;
    }
    String domain = publisher == null ? "" : publisher.substring(publisher.lastIndexOf('.') + 1);
    String byDomain = get(type.domains(), domain.toLowerCase(Locale.ROOT));
    if (byDomain != null) {
      return byDomain;
    }
    String byLocale = get(type.languages(), locale);
    int script = locale.indexOf('-');
    String byLanguage =
        byLocale != null || script < 0
            ? byLocale
            : get(type.languages(), locale.substring(0, script));
    return byLanguage != null ? byLanguage : type.otherwise();
  }

  /** Whether the name is a type rather than a code. */
  public boolean isType(String codeOrType) {
    return contents.types().containsKey(codeOrType);
  }

  /** Whether the article's full names tell which currency of the type is meant. */
  public boolean isNamedByArticle(String codeOrType) {
    Type type = contents.types().get(codeOrType);
    return type != null && Boolean.TRUE.equals(type.byArticle());
  }

  /** The types that a currency belongs to. */
  public Set<String> typesOf(String code) {
    return members.getOrDefault(code, Set.of());
  }

  private static Map<String, Set<String>> members(Contents contents) {
    Map<String, Set<String>> members = new HashMap<>();
    contents
        .types()
        .forEach(
            (name, type) -> {
              Set<String> codes = new HashSet<>(Set.of(type.otherwise()));
              codes.addAll(values(type.domains()));
              codes.addAll(values(type.languages()));
              codes.forEach(
                  code -> members.computeIfAbsent(code, any -> new HashSet<>()).add(name));
            });
    return members;
  }

  private static Collection<String> values(@Nullable Map<String, String> map) {
    return map == null ? Set.of() : map.values();
  }

  private static @Nullable String get(@Nullable Map<String, String> map, String key) {
    return map == null ? null : map.get(key);
  }

  /** The unit that a name stands for many of, as a toman for ten rials; null for all others. */
  public @Nullable Multiple multiple(String name) {
    return contents.multiples().get(name);
  }

  /** So many of a currency. */
  public record Multiple(String of, BigDecimal by) {}

  private record Contents(
      Map<String, String> signs, Map<String, Multiple> multiples, Map<String, Type> types) {}

  private record Type(
      String otherwise,
      @Nullable Boolean byArticle,
      @Nullable Map<String, String> domains,
      @Nullable Map<String, String> languages) {}
}
