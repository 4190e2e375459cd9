package costwire.extract.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.lexicon.PhraseTrie;
import costwire.extract.lexicon.Phrases;
import costwire.extract.lexicon.Reading;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.lexicon.Yaml;
import costwire.extract.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Chips, organisations, people, models and machines, found by their names in every script. */
public final class Catalogue {
  private static final ResourceFolder FOLDER = new ResourceFolder("/catalogue");

  private final PhraseTrie<Name> names;
  private final Words words;
  private final Map<String, Chip> chips = new HashMap<>();
  private final Map<String, Organisation> organisations = new HashMap<>();
  private final Set<String> subjects = new LinkedHashSet<>();
  private final Soundalikes soundalikes = new Soundalikes();

  /** A name of an entry, as the catalogue writes it. */
  private record Name(Named entry, boolean weak, boolean capital) {}

  private Catalogue(List<? extends Named> entries) {
    Phrases<Name> phrases = new Phrases<>();
    for (Named entry : entries) {
      add(phrases, entry, entry.names(), false);
      add(phrases, entry, entry.weak(), true);
      if (entry instanceof Chip chip) {
        chips.put(chip.id(), chip);
      } else if (entry instanceof Organisation organisation) {
        organisations.put(organisation.name(), organisation);
      }
      soundalikes.add(entry, entry.names());
      if (isSubject(entry) && entry.names() != null) {
        subjects.addAll(entry.names());
      }
    }
    this.names = phrases.trie();
    this.words = phrases.words();
  }

  /** The catalogue from the files {@code chips, organisations, people, models, machines}. */
  public static Catalogue standard() {
    List<Named> entries = new ArrayList<>();
    entries.addAll(chips());
    entries.addAll(
        Yaml.read(FOLDER, "organisations.yaml", new TypeReference<List<Organisation>>() {}));
    entries.addAll(Yaml.read(FOLDER, "people.yaml", new TypeReference<List<Person>>() {}));
    entries.addAll(Yaml.read(FOLDER, "models.yaml", new TypeReference<List<AiModel>>() {}));
    entries.addAll(Yaml.read(FOLDER, "machines.yaml", new TypeReference<List<Machine>>() {}));
    return new Catalogue(entries);
  }

  /** Makers, families, chips and systems, without the rest of the catalogue. */
  public static List<Chip> chips() {
    return Yaml.read(FOLDER, "chips.yaml", new TypeReference<List<Chip>>() {});
  }

  private static void add(
      Phrases<Name> phrases, Named entry, @Nullable List<String> names, boolean weak) {
    if (names == null) {
      return;
    }
    for (String name : names) {
      for (String spelling : spellings(name)) {
        phrases.add(spelling, new Name(entry, weak, needsCapital(entry, name)));
      }
      String apart = entry instanceof Chip ? Letters.apart(name) : null;
      if (apart != null) {
        phrases.add(apart, new Name(entry, weak, false));
      }
    }
  }

  /** A chip's name with digits in it is no common word. */
  private static boolean needsCapital(Named entry, String name) {
    return Character.isUpperCase(name.charAt(0))
        && !(entry instanceof Chip && name.chars().anyMatch(Character::isDigit));
  }

  /** Space, hyphen and nothing are alike between the parts of a name. */
  private static Set<String> spellings(String name) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(name);
    String spaced = name.replace('-', ' ');
    spellings.add(spaced);
    if (spaced.chars().anyMatch(Character::isDigit)) {
      spellings.add(spaced.replace(' ', '-'));
      spellings.add(spaced.replaceAll("(?<=\\p{Alpha}) ?(?=\\d)", "-"));
      spellings.add(spaced.replaceAll("(?<=\\p{Alpha}) (?=\\d)", ""));
    }
    return spellings;
  }

  /** What has to do with compute wherever it is named. */
  private static boolean isSubject(Named entry) {
    return entry instanceof Organisation organisation
        ? organisation.kind() == Organisation.Kind.LAB
            || organisation.kind() == Organisation.Kind.CHIPMAKER
        : !(entry instanceof Person);
  }

  /** The names of chips, models, machines and those who make them. */
  public Set<String> subjects() {
    return Collections.unmodifiableSet(subjects);
  }

  /** The names' words that no space sets apart. */
  public Words words() {
    return words;
  }

  public @Nullable Chip chip(String id) {
    return chips.get(id);
  }

  public @Nullable Organisation organisation(String name) {
    return organisations.get(name);
  }

  /** Every entry named in the sentence, in order; of overlapping names of a kind the longest. */
  public List<Mention> mentions(Reading reading) {
    NameForms forms = new NameForms(reading);
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < reading.size(); i++) {
      int from = i;
      names.match(
          forms,
          from,
          (name, to) -> {
            if (isWrittenAsName(reading, from, name)) {
              found.add(new Mention(from, to, name.entry(), name.weak()));
            }
          });
    }
    for (int i = 0; i < reading.size(); i++) {
      Named alike = soundalikes.at(reading, i, forms.forms(i));
      if (alike != null) {
        found.add(new Mention(i, i + 1, alike, false));
      }
    }
    return longest(found);
  }

  /** "meta" is a goal in Spanish, and "apple" a fruit. */
  private static boolean isWrittenAsName(Reading reading, int from, Name name) {
    return !name.capital() || !Character.isLowerCase(reading.word(from).charAt(0));
  }

  private static List<Mention> longest(List<Mention> found) {
    List<Mention> kept = new ArrayList<>();
    found.sort(
        Comparator.comparingInt((Mention m) -> -m.length())
            .thenComparing(Mention::isWeak)
            .thenComparingInt(Mention::getStart));
    for (Mention mention : found) {
      if (kept.stream().noneMatch(other -> hides(other, mention))) {
        kept.add(mention);
      }
    }
    kept.sort(Comparator.comparingInt(Mention::getStart));
    return kept;
  }

  /** A longer name hides the shorter ones in it, of any kind; an equal one those of its kind. */
  private static boolean hides(Mention kept, Mention other) {
    return kept.intersects(other)
        && (kept.length() > other.length() || kept.getType().equals(other.getType()));
  }
}
