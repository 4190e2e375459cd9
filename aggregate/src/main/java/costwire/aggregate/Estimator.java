package costwire.aggregate;

import costwire.aggregate.Estimate.Group;
import costwire.aggregate.evidence.Admission;
import costwire.aggregate.evidence.Ledger;
import costwire.aggregate.evidence.Voice;
import costwire.aggregate.implied.PriceBook;
import costwire.extract.Affiliations;
import costwire.extract.Affiliations.Member;
import costwire.extract.Claim;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The way into the arithmetic: claims in, estimates out. Pure: no clock, no network, no Kafka; the
 * same set of claims, in any order and however often each is repeated, gives the same estimates to
 * the last byte. A claim that is retracted anywhere in the set is as if never made. Safe for use by
 * many threads.
 */
public final class Estimator {
  private final PriceBook book;
  private final Deflator deflator;
  private final LineEstimator lines;

  private Estimator(PriceBook book, Deflator deflator) {
    this.book = book;
    this.deflator = deflator;
    this.lines = new LineEstimator(deflator.of(book));
  }

  /** The estimator with the price book that comes with it. */
  public static Estimator standard() {
    return new Estimator(PriceBook.standard(), Deflator.none());
  }

  /**
   * An estimator with another price book.
   *
   * @param csv lines of {@code chip,from,kind,low,best,high,source}
   * @throws IllegalArgumentException naming the line that makes no sense
   */
  public static Estimator pricedBy(Reader csv) throws IOException {
    return new Estimator(PriceBook.read(csv), Deflator.none());
  }

  /**
   * This estimator with more prices; they take the place of its own for the chips that they name.
   *
   * @throws IllegalArgumentException naming the line that makes no sense
   */
  public Estimator withPrices(Reader csv) throws IOException {
    return new Estimator(book.with(PriceBook.read(csv)), deflator);
  }

  /**
   * This estimator, in dollars of a year instead of those of each claim's date; claims without a
   * date stay as they are.
   *
   * @throws IllegalArgumentException if prices of that year are not known
   */
  public Estimator inDollarsOf(int year) {
    return new Estimator(book, Deflator.to(year));
  }

  /**
   * What the claims say of one company; those about others are passed over.
   *
   * @param asOf null: all claims; else only those that bear a date up to it
   */
  public Estimate estimate(String companyId, Collection<Claim> claims, @Nullable Instant asOf) {
    List<Claim> own =
        Admission.of(claims, asOf).stream()
            .filter(claim -> claim.companyId().equals(companyId))
            .filter(Estimator::isAttributed)
            .toList();
    return of(companyId, own, asOf);
  }

  /** What they say of each company that they speak of, in the order of the companies' ids. */
  public List<Estimate> estimates(Collection<Claim> claims, @Nullable Instant asOf) {
    Map<String, List<Claim>> companies = new TreeMap<>();
    Admission.of(claims, asOf).stream()
        .filter(Estimator::isAttributed)
        .forEach(
            claim ->
                companies.computeIfAbsent(claim.companyId(), id -> new ArrayList<>()).add(claim));
    return companies.entrySet().stream()
        .map(company -> of(company.getKey(), company.getValue(), asOf))
        .toList();
  }

  private static boolean isAttributed(Claim claim) {
    return !claim.companyId().equals(Claim.UNATTRIBUTED);
  }

  private Estimate of(String companyId, List<Claim> claims, @Nullable Instant asOf) {
    CompanyClaims company = new CompanyClaims(companyId, deflator.of(claims));
    return new Estimate(
        company.name(),
        companyId,
        updatedAt(company, claims),
        asOf,
        group(companyId, asOf),
        company.keys().stream().map(key -> lines.line(company, key)).toList());
  }

  private static @Nullable Group group(String companyId, @Nullable Instant asOf) {
    Integer year = asOf == null ? null : asOf.atZone(ZoneOffset.UTC).getYear();
    Member parent = Affiliations.standard().parent(companyId, year);
    List<Member> subsidiaries = Affiliations.standard().subsidiaries(companyId, year);
    return parent == null && subsidiaries.isEmpty() ? null : new Group(parent, subsidiaries);
  }

  /** When the newest of the voices that count was first heard; of all claims where none does. */
  private static @Nullable Instant updatedAt(CompanyClaims company, List<Claim> claims) {
    return company.keys().stream()
        .map(key -> company.ledger(key, null))
        .map(Ledger::all)
        .flatMap(List::stream)
        .filter(Voice::counts)
        .map(Voice::firstAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElseGet(() -> newest(claims));
  }

  private static @Nullable Instant newest(List<Claim> claims) {
    return claims.stream()
        .map(Claim::publishedAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
