package costwire.extract.claim;

import costwire.extract.catalogue.Chip;
import costwire.extract.entity.Amount;
import costwire.extract.name.Party;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article has told so far: who appeared where, and the claims already read. Whom "the
 * company" means, what "it" is and which chips "such cards" are is looked up here.
 */
final class Story {
  /** Sentences back, and sentences of a headline, that are looked at: no reader looks farther. */
  static final int FARTHEST = 60;

  /** How many times a name in the headline counts. */
  static final int IN_TITLE = 3;

  private final List<Passage> passages;
  private final List<List<Party>> parties;
  private final Map<String, Integer> weights = new LinkedHashMap<>();
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final Map<String, String> employers = new HashMap<>();
  private final @Nullable String protagonist;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Draft.Figure, Draft> stated = new HashMap<>();
  private final Profiles profiles;
  private final Descriptions descriptions;
  private final Cast cast;
  private @Nullable Chip chip;
  private @Nullable Amount lookedUp;
  private Reports.@Nullable Match found;

  Story(List<Passage> passages, List<List<Party>> parties, Casting casting) {
    this.passages = passages;
    this.parties = parties;
    this.profiles = new Profiles(passages, parties);
    this.descriptions = new Descriptions(passages, parties);
    this.cast = Cast.of(passages, parties, profiles, casting);
    for (int i = 0; i < passages.size(); i++) {
      for (Party party : parties.get(i)) {
        place(party.company(), i);
        if (party.canSpeak() && party.company() != null) {
          employers.put(party.name(), party.company());
        }
        if (!party.name().equals(party.company())) {
          place(party.name(), i);
        }
        if (party.company() != null) {
          weights.merge(party.company(), passages.get(i).inTitle() ? IN_TITLE : 1, Integer::sum);
        }
      }
    }
    this.protagonist =
        weights.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
  }

  private void place(@Nullable String name, int index) {
    if (name != null) {
      List<Integer> known = places.computeIfAbsent(name, n -> new ArrayList<>());
      if (known.isEmpty() || known.get(known.size() - 1) != index) {
        known.add(index);
      }
    }
  }

  /** Sentences since the body's paragraph began; 0 for its first. */
  int inParagraph(int index) {
    int first = index;
    while (first > 0
        && index - first < FARTHEST
        && !passages.get(first - 1).inTitle()
        && !passages.get(first).opensParagraph(passages.get(first - 1))) {
      first--;
    }
    return index - first;
  }

  /** The organisation of somebody who speaks: itself, or the person's; null if not known. */
  @Nullable String employer(@Nullable String speaker) {
    return speaker == null ? null : employers.get(speaker);
  }

  Passage passage(int index) {
    return passages.get(index);
  }

  /** How the article speaks of names altogether. */
  Profiles profiles() {
    return profiles;
  }

  /** What part each name plays. */
  Cast cast() {
    return cast;
  }

  /** With what words the article describes its organisations. */
  Descriptions descriptions() {
    return descriptions;
  }

  /** How many organisations the article speaks of more. */
  int rank(String company) {
    int weight = weight(company);
    return (int) weights.values().stream().filter(other -> other > weight).count();
  }

  int size() {
    return passages.size();
  }

  List<Party> parties(int index) {
    return parties.get(index);
  }

  /** The organisation that the article speaks of most, the headline counting more. */
  @Nullable String protagonist() {
    return protagonist;
  }

  /** How often a name appears, the headline counting more. */
  int weight(String company) {
    return weights.getOrDefault(company, 0);
  }

  /** Of whom and of what an amount was widely reported; each option of an amount asks again. */
  @SuppressWarnings(
      "ReferenceEquality") // amounts of two sentences are equal where they stand alike
  Reports.Match reported(Amount amount) {
    Reports.Match match = amount == lookedUp ? found : null;
    if (match == null) {
      match = Reports.standard().of(amount);
      lookedUp = amount;
      found = match;
    }
    return match;
  }

  /** How many figures of the article were widely reported of an organisation. */
  int reported(String company) {
    return profiles.reported(company);
  }

  /** How many organisations appear. */
  int companies() {
    return weights.size();
  }

  /** Sentences of the headline that are looked at. */
  int titles() {
    int titles = 0;
    while (titles < Math.min(FARTHEST, size()) && passages.get(titles).inTitle()) {
      titles++;
    }
    return titles;
  }

  boolean isInTitle(String name) {
    List<Integer> known = places.getOrDefault(name, List.of());
    return !known.isEmpty() && passages.get(known.get(0)).inTitle();
  }

  /** Sentences since the body named somebody or something last; -1 if it has not yet. */
  int since(String name, int index) {
    List<Integer> known = places.getOrDefault(name, List.of());
    int found = Collections.binarySearch(known, index);
    int before = (found < 0 ? -found - 1 : found) - 1;
    return before < 0 || passages.get(known.get(before)).inTitle() ? -1 : index - known.get(before);
  }

  void tell(Draft draft) {
    drafts.add(draft);
    Draft.Figure figure = Draft.Figure.of(draft.amount());
    if (figure != null) {
      stated.putIfAbsent(figure, draft);
    }
  }

  /** The first claim of the same figure; null if it was not told yet. */
  @Nullable Draft stated(Amount amount) {
    Draft.Figure figure = Draft.Figure.of(amount);
    return figure == null ? null : stated.get(figure);
  }

  /** The claim read last; null if none was. */
  @Nullable Draft last() {
    return drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
  }

  /**
   * How long before a sentence a claim was read: in the {@code same}, the {@code next} or later.
   */
  String since(Draft told, int index) {
    boolean next = index > 0 && told.passage().equals(passage(index - 1));
    return told.passage().equals(passage(index)) ? "same" : next ? "next" : "later";
  }

  /** The claims so far, in order. */
  List<Draft> drafts() {
    return Collections.unmodifiableList(drafts);
  }

  /** The chip named last; null if none was. */
  @Nullable Chip chip() {
    return chip;
  }

  void chip(@Nullable Chip named) {
    chip = named == null ? chip : named;
  }
}
