package costwire.aggregate.evidence;

import costwire.extract.Claim;
import costwire.extract.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one article says of one company, read as a whole. */
final class ArticleClaims {
  private final Source source;
  private final List<Claim> claims;
  private final Map<Claim, Claim> essences = new HashMap<>();
  private final SortedMap<LineKey, List<Claim>> lines = new TreeMap<>();

  /**
   * Where an article comes from.
   *
   * @param story the story whose copy it is; null: it stands alone
   * @param outlet who was first to print the story; null: the article's own
   */
  record Source(@Nullable String story, @Nullable String outlet) {}

  /**
   * An article.
   *
   * @param claims distinct, in the order of their ids
   */
  ArticleClaims(Source source, List<Claim> claims) {
    this.source = source;
    this.claims = claims;
    Map<List<@Nullable Object>, List<Claim>> dollars = dollars(claims);
    for (Claim claim : claims) {
      essences.put(claim, essence(claim, dollars.getOrDefault(sentence(claim), List.of())));
      lines.computeIfAbsent(LineKey.of(claim), line -> new ArrayList<>()).add(claim);
    }
  }

  /** The claim beside the dollars of its sentence; beside those alone that are put as its sum. */
  private Claim essence(Claim claim, List<Claim> beside) {
    List<Claim> same =
        claim.unit().equals("USD")
            ? List.of()
            : beside.stream().filter(other -> Apposition.joins(claim, other)).toList();
    String outlet = source.outlet() == null ? Essence.outlet(claim) : source.outlet();
    return same.isEmpty()
        ? Essence.of(claim, outlet, "", sum(claim, beside))
        : Essence.of(claim, outlet, Apposition.ONE_SUM, sum(claim, same));
  }

  Contribution contribution() {
    if (claims.isEmpty()) {
      return Contribution.NOTHING;
    }
    return new Contribution(
        source.story(),
        outlet(claims),
        claims.stream().map(claim -> Contribution.Entry.of(claim, piece(claim))).toList(),
        List.copyOf(originals(claims)),
        lines.keySet().stream().filter(this::tellsOfARun).map(LineKey::text).toList());
  }

  /** Who prints the claims' article; nobody where there are none. */
  static String outlet(List<Claim> claims) {
    return claims.stream().min(Comparator.comparing(Mention::of)).map(Essence::outlet).orElse("");
  }

  /** The articles that the claims' article is said to be a copy of, other than itself. */
  static Set<String> originals(Collection<Claim> claims) {
    Set<String> originals = new TreeSet<>();
    for (Claim claim : claims) {
      String original = claim.duplicateOf();
      if (original != null && !original.equals(claim.articleId())) {
        originals.add(original);
      }
    }
    return originals;
  }

  @Nullable String story() {
    return source.story();
  }

  Claim essence(Claim claim) {
    return Objects.requireNonNull(essences.get(claim));
  }

  String piece(Claim claim) {
    return Essence.piece(essence(claim));
  }

  /**
   * What it says on the line; what it says of no model goes with the only one that it speaks of in
   * the scope.
   */
  List<Claim> on(LineKey line) {
    List<Claim> own = lines.getOrDefault(line, List.of());
    boolean isOnly =
        lines.keySet().stream()
            .filter(other -> other.scope() == line.scope() && other.model() != null)
            .allMatch(line::equals);
    if (own.isEmpty() || line.model() == null || !isOnly) {
      return own;
    }
    LineKey loose = new LineKey(null, line.scope());
    return Stream.concat(own.stream(), lines.getOrDefault(loose, List.of()).stream()).toList();
  }

  /** Whether it tells of chip-hours there, or of chips and hours. */
  private boolean tellsOfARun(LineKey line) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    on(line).forEach(claim -> measures.add(claim.measure()));
    return measures.contains(Measure.CHIP_HOURS)
        || (measures.contains(Measure.CHIPS) && measures.contains(Measure.DURATION));
  }

  /** The sums in dollars, by the sentence that each stands in. */
  private static Map<List<@Nullable Object>, List<Claim>> dollars(List<Claim> claims) {
    Map<List<@Nullable Object>, List<Claim>> dollars = new HashMap<>();
    claims.stream()
        .filter(claim -> claim.unit().equals("USD"))
        .forEach(c -> dollars.computeIfAbsent(sentence(c), s -> new ArrayList<>()).add(c));
    return dollars;
  }

  /** What stands in one sentence, of one thing, on the word of one source. */
  private static List<@Nullable Object> sentence(Claim claim) {
    return Arrays.asList(
        LineKey.of(claim),
        claim.per(),
        claim.chip(),
        claim.in(),
        claim.sentence(),
        Essence.fold(claim.claimant()));
  }

  /** The dollars that the claim tells; of those beside it the nearest, where it tells others. */
  private static String sum(Claim claim, List<Claim> beside) {
    if (claim.unit().equals("USD")) {
      return words(claim);
    }
    Figure figure = claim.usd() == null ? null : Figure.of(claim, Subject.Kind.DOLLARS);
    if (figure == null) {
      return "";
    }
    return beside.stream()
        .filter(other -> Figure.of(other, Subject.Kind.DOLLARS) != null)
        .min(
            Comparator.<Claim>comparingDouble(other -> distance(figure, other))
                .thenComparing(ArticleClaims::words))
        .map(ArticleClaims::words)
        .orElse("");
  }

  private static double distance(Figure figure, Claim other) {
    Figure dollars = Objects.requireNonNull(Figure.of(other, Subject.Kind.DOLLARS));
    return Math.abs(dollars.logCentre() - figure.logCentre());
  }

  private static String words(Claim claim) {
    return claim.low() + " " + claim.best() + " " + claim.high();
  }
}
