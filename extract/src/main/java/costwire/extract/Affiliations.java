package costwire.extract;

import com.fasterxml.jackson.core.type.TypeReference;
import costwire.extract.catalogue.Organisation;
import costwire.extract.lexicon.ResourceFolder;
import costwire.extract.lexicon.Yaml;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which organisation belongs to which, as the catalogue knows it. Immutable; safe for use by many
 * threads.
 */
public final class Affiliations {
  private static final ResourceFolder FOLDER = new ResourceFolder("/catalogue");

  /** No group has more storeys. */
  private static final int MOST_STEPS = 10;

  private final Map<String, Member> parents = new HashMap<>();
  private final Map<String, List<Member>> subsidiaries = new HashMap<>();

  /**
   * An organisation at one end of a tie.
   *
   * @param company canonical English name
   * @param companyId its slug
   * @param since the first year of the tie; null if there was no other before
   */
  public record Member(String company, String companyId, @Nullable Integer since) {
    private boolean isKnownBy(@Nullable Instant asOf) {
      return asOf == null || since == null || since <= asOf.atZone(ZoneOffset.UTC).getYear();
    }
  }

  private Affiliations(List<Organisation> organisations) {
    for (Organisation organisation : organisations) {
      String parent = organisation.parent();
      if (parent != null) {
        String name = organisation.name();
        Integer since = organisation.since();
        parents.put(ClaimFactory.slug(name), member(parent, since));
        subsidiaries
            .computeIfAbsent(ClaimFactory.slug(parent), id -> new ArrayList<>())
            .add(member(name, since));
      }
    }
    subsidiaries.values().forEach(all -> all.sort(Comparator.comparing(Member::companyId)));
  }

  private static Member member(String name, @Nullable Integer since) {
    return new Member(name, ClaimFactory.slug(name), since);
  }

  /** Those of the catalogue, read when first asked for. */
  public static Affiliations standard() {
    return Standard.AFFILIATIONS;
  }

  /**
   * What the organisation belongs to.
   *
   * @param asOf what came later is left out; null: nothing is
   * @return null for one that belongs to none, or that the catalogue does not know
   */
  public @Nullable Member parent(String companyId, @Nullable Instant asOf) {
    Member parent = parents.get(companyId);
    return parent == null || !parent.isKnownBy(asOf) ? null : parent;
  }

  /** What belongs to the organisation, in the order of the ids; likewise. */
  public List<Member> subsidiaries(String companyId, @Nullable Instant asOf) {
    return subsidiaries.getOrDefault(companyId, List.of()).stream()
        .filter(member -> member.isKnownBy(asOf))
        .toList();
  }

  /** Whether the organisation is the group's head or belongs to it, by any number of steps. */
  public boolean belongs(String companyId, String groupId, @Nullable Instant asOf) {
    String id = companyId;
    for (int steps = 0; !id.equals(groupId) && steps < MOST_STEPS; steps++) {
      Member parent = parent(id, asOf);
      if (parent == null) {
        return false;
      }
      id = parent.companyId();
    }
    return id.equals(groupId);
  }

  private static final class Standard {
    static final Affiliations AFFILIATIONS =
        new Affiliations(
            Yaml.read(FOLDER, "organisations.yaml", new TypeReference<List<Organisation>>() {}));
  }
}
