package costwire.extract.catalogue;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holes and contradictions in organisations.yaml and people.yaml. */
class OrganisationsShapeTest {

  private static final Set<String> KINDS =
      words(
          "lab, company, chipmaker, cloud, telecom, bank, fund, university, institute,"
              + " computing-centre, outlet, analyst, authority");

  private static final Set<String> WIDELY_REPORTED =
      words(
          """
          OpenAI, Anthropic, Google, Alphabet, Google DeepMind, Meta, Facebook, Microsoft, Amazon,
          Amazon Web Services, Apple, Nvidia, AMD, Intel, TSMC, Samsung, SK Hynix, Broadcom,
          Qualcomm, IBM, Oracle, xAI, Tesla, SpaceX, DeepSeek, High-Flyer, Alibaba, Tencent, Baidu,
          ByteDance, Huawei, Moonshot AI, Zhipu AI, MiniMax, Mistral AI, Cohere, Hugging Face,
          Stability AI, CoreWeave, SoftBank, Naver, Yandex, Sber, G42, Humain, Reliance,
          Technology Innovation Institute, SemiAnalysis, Epoch AI, Reuters, Bloomberg,
          Financial Times, New York Times, Wall Street Journal, Washington Post, The Information,
          CNBC, BBC, Agence France-Presse, Associated Press, Nikkei, Xinhua,
          South China Morning Post, Morgan Stanley, Goldman Sachs, Gartner, JPMorgan Chase,
          European Commission, European Union, White House, US Department of Commerce,
          US Department of Energy, Stanford University, Harvard University,
          MIT, Nature""");

  /** Chinese papers print these in Latin letters. */
  private static final Set<String> LATIN_IN_CHINESE =
      words("xAI, Stability AI, Naver, Humain, The Information");

  private static final List<Organisation> ORGANISATIONS =
      read("organisations.yaml", new TypeReference<>() {});

  private static final List<Person> PEOPLE = read("people.yaml", new TypeReference<>() {});

  @Test
  void everyCanonicalNameStandsOnce() {
    assertThat(ORGANISATIONS).extracting(Organisation::name).doesNotHaveDuplicates();
    assertThat(PEOPLE).extracting(Person::name).doesNotHaveDuplicates();
    assertThat(PEOPLE).extracting(Person::name).doesNotContainAnyElementsOf(organisationNames());
  }

  @Test
  void everyKindIsKnown() {
    assertThat(ORGANISATIONS).extracting(Organisation::kind).isSubsetOf(KINDS);
  }

  @Test
  void everyCountryIsACountryOrTheUnion() {
    assertThat(ORGANISATIONS)
        .extracting(Organisation::country)
        .filteredOn(s -> !s.isEmpty())
        .isSubsetOf(
            Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("EU")).collect(toSet()));
  }

  @Test
  void parentsAndEmployersAreInTheFile() {
    assertThat(ORGANISATIONS)
        .extracting(Organisation::parent)
        .filteredOn(s -> !s.isEmpty())
        .isSubsetOf(organisationNames());
    assertThat(PEOPLE).extracting(Person::of).isSubsetOf(organisationNames());
  }

  @Test
  void onlyAParentHasAYear() {
    assertThat(ORGANISATIONS)
        .filteredOn(o -> o.since() != 0)
        .allSatisfy(
            o -> {
              assertThat(o.since()).isBetween(1950, 2030);
              assertThat(o.parent()).isNotEmpty();
            });
  }

  @Test
  void nobodyIsTheirOwnAncestor() {
    Map<String, String> parents = new TreeMap<>();
    ORGANISATIONS.stream()
        .filter(o -> !o.parent().isEmpty())
        .forEach(o -> parents.put(o.name(), o.parent()));
    for (String name : parents.keySet()) {
      Set<String> line = new HashSet<>();
      String at = name;
      while (parents.containsKey(at)) {
        assertThat(line.add(at)).as("the line of %s comes back to %s", name, at).isTrue();
        at = parents.get(at);
      }
    }
  }

  @Test
  void noSpellingBelongsToTwo() {
    assertThat(shared(ORGANISATIONS, Organisation::name, Organisation::names)).isEmpty();
    assertThat(shared(PEOPLE, Person::name, Person::names)).isEmpty();
  }

  @Test
  void aSpellingIsEitherStrongOrWeak() {
    for (Organisation o : ORGANISATIONS) {
      assertThat(spellings(o)).as(o.name()).doesNotHaveDuplicates().contains(o.name());
    }
  }

  @Test
  void spellingsAreTidy() {
    Stream.concat(
            ORGANISATIONS.stream().flatMap(o -> spellings(o).stream()),
            PEOPLE.stream().flatMap(p -> Stream.concat(p.names().stream(), p.surname().stream())))
        .forEach(
            s -> {
              assertThat(s)
                  .isEqualTo(s.strip())
                  .doesNotContain("  ")
                  .doesNotMatch("~.*|.*~\\p{L}.*");
              assertThat(Normalizer.isNormalized(s, Normalizer.Form.NFC)).as(s).isTrue();
              assertThat(s).hasSizeGreaterThan(1);
            });
  }

  @Test
  void theFilesCoverTheField() {
    assertThat(ORGANISATIONS).hasSizeGreaterThanOrEqualTo(450);
    assertThat(PEOPLE).hasSizeGreaterThanOrEqualTo(250);
    Map<String, Long> count =
        ORGANISATIONS.stream().collect(groupingBy(Organisation::kind, counting()));
    assertThat(count.keySet()).isEqualTo(KINDS);
    assertThat(count.get("outlet")).isGreaterThanOrEqualTo(150);
  }

  static Set<String> widelyReported() {
    return WIDELY_REPORTED;
  }

  @ParameterizedTest
  @MethodSource("widelyReported")
  void theWidelyReportedAreNamedInEveryScript(String name) {
    Organisation organisation =
        ORGANISATIONS.stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
    Set<UnicodeScript> scripts =
        spellings(organisation).stream()
            .flatMap(s -> s.codePoints().mapToObj(UnicodeScript::of))
            .collect(toSet());
    assertThat(scripts)
        .contains(
            UnicodeScript.HANGUL,
            UnicodeScript.ARABIC,
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.DEVANAGARI)
        .containsAnyOf(UnicodeScript.KATAKANA, UnicodeScript.HAN);
    if (!LATIN_IN_CHINESE.contains(name)) {
      assertThat(scripts).contains(UnicodeScript.HAN);
    }
  }

  private static Set<String> organisationNames() {
    return ORGANISATIONS.stream().map(Organisation::name).collect(toSet());
  }

  private static List<String> spellings(Organisation o) {
    return Stream.concat(o.names().stream(), o.weak().stream()).toList();
  }

  /** Spellings that more than one entry claims, with those entries. */
  private static <T> Map<String, Set<String>> shared(
      List<T> entries, Function<T, String> name, Function<T, List<String>> spellings) {
    Map<String, Set<String>> owners = new TreeMap<>();
    for (T entry : entries) {
      for (String s : spellings.apply(entry)) {
        String key = s.replace("~", "").toLowerCase(Locale.ROOT);
        owners.computeIfAbsent(key, k -> new TreeSet<>()).add(name.apply(entry));
      }
    }
    owners.values().removeIf(o -> o.size() == 1);
    return owners;
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split(",\\s+"));
  }

  /** What an entry leaves out is empty. */
  private static <T> List<T> read(String file, TypeReference<List<T>> type) {
    ObjectMapper yaml =
        YAMLMapper.builder()
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
            .build();
    try (InputStream in = OrganisationsShapeTest.class.getResourceAsStream("/catalogue/" + file)) {
      return yaml.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Organisation(
      String name,
      String kind,
      String country,
      String city,
      String parent,
      int since,
      List<String> names,
      List<String> weak,
      List<String> machines) {}

  private record Person(String name, String of, List<String> names, List<String> surname) {}
}
