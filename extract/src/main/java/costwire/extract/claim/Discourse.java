package costwire.extract.claim;

import costwire.extract.Scope;
import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Chip;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an article has spoken of so far: whom "the company" means, which model "it" is, which chips
 * "such cards" are.
 */
final class Discourse {
  /** How many times a name in the headline counts. */
  private static final int IN_TITLE = 3;

  private @Nullable String company;
  private @Nullable String claimant;
  private @Nullable Chip chip;
  private @Nullable Scope scope;
  private final Map<String, AiModel> models = new HashMap<>();
  private final @Nullable String protagonist;

  /**
   * @param protagonist whom the article is about, before it has named anybody
   */
  Discourse(@Nullable String protagonist) {
    this.protagonist = protagonist;
  }

  /** Whom the article is about: the owner named in the headline, else the one named most. */
  static @Nullable String protagonist(List<Passage> passages, Parties parties) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Passage passage : passages) {
      for (Party party : parties.in(passage)) {
        String organisation = party.organisation();
        if (party.mayOwn() && organisation != null) {
          counts.merge(organisation, passage.inTitle() ? IN_TITLE : 1, Integer::sum);
        }
      }
    }
    String most = null;
    int highest = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > highest) {
        highest = count.getValue();
        most = count.getKey();
      }
    }
    return most;
  }

  @Nullable String company() {
    return company == null ? protagonist : company;
  }

  void company(@Nullable String spoken) {
    company = spoken == null ? company : spoken;
  }

  @Nullable String claimant() {
    return claimant;
  }

  void claimant(@Nullable String spoken) {
    claimant = spoken;
  }

  /** What the sentence before spoke of; null if of no amount. */
  @Nullable Scope scope() {
    return scope;
  }

  void scope(@Nullable Scope spoken) {
    scope = spoken;
  }

  @Nullable Chip chip() {
    return chip;
  }

  void chip(Chip spoken) {
    chip = spoken;
  }

  /**
   * @param owner whose it is taken to be where its maker is not known
   */
  void model(AiModel spoken, @Nullable String owner) {
    String maker = spoken.company() == null ? owner : spoken.company();
    if (maker != null && !spoken.isFamily()) {
      models.put(maker, spoken);
    }
  }

  /** Whom the article is about; null if it names nobody. */
  @Nullable String protagonist() {
    return protagonist;
  }

  /** The model of the company that was spoken of last; null if none was. */
  @Nullable AiModel modelOf(@Nullable String owner) {
    return owner == null ? null : models.get(owner);
  }
}
