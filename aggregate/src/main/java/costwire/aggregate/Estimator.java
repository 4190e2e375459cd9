package costwire.aggregate;

import costwire.aggregate.Estimate.Group;
import costwire.aggregate.evidence.Admission;
import costwire.aggregate.evidence.EvidenceBase;
import costwire.aggregate.evidence.LineKey;
import costwire.aggregate.implied.PriceBook;
import costwire.extract.Affiliations;
import costwire.extract.Affiliations.Member;
import costwire.extract.Claim;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return of(companyId, own(companyId, claims, asOf), asOf);
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

  /**
   * The posteriors behind a company's lines, with the figures that they rest on; one for each line
   * of its estimate, in that order.
   *
   * @param asOf null: all claims; else only those that bear a date up to it
   */
  public List<Curve> curves(String companyId, Collection<Claim> claims, @Nullable Instant asOf) {
    List<Claim> own = deflator.of(own(companyId, claims, asOf));
    CompanyEvidence company = new CompanyEvidence(EvidenceBase.of(companyId, own));
    return company.keys().stream().map(key -> lines.curve(company, key)).toList();
  }

  private static List<Claim> own(
      String companyId, Collection<Claim> claims, @Nullable Instant asOf) {
    return Admission.of(claims, asOf).stream()
        .filter(claim -> claim.companyId().equals(companyId))
        .filter(Estimator::isAttributed)
        .toList();
  }

  private static boolean isAttributed(Claim claim) {
    return !claim.companyId().equals(Claim.UNATTRIBUTED);
  }

  private Estimate of(String companyId, List<Claim> claims, @Nullable Instant asOf) {
    return estimate(EvidenceBase.of(companyId, deflator.of(claims)), null, asOf).published();
  }

  /**
   * What the evidence on one company comes to; as it is {@link Estimate#published()}, the same as
   * {@link #estimate(String, Collection, Instant)} of all its claims. Lines that nothing has moved
   * since are taken from before. From here on no line has changed.
   *
   * @param before what was published before for this evidence; null: nothing
   */
  public Estimate estimate(EvidenceBase base, @Nullable Estimate before) {
    Estimate now = estimate(base, before, null);
    base.settle();
    return now;
  }

  private Estimate estimate(EvidenceBase base, @Nullable Estimate before, @Nullable Instant asOf) {
    CompanyEvidence company = new CompanyEvidence(base);
    Map<LineKey, Estimate.Line> known = new HashMap<>();
    if (before != null && before.company().equals(company.name())) {
      before.lines().forEach(line -> known.put(new LineKey(line.model(), line.scope()), line));
    }
    Set<LineKey> changed = base.touched();
    List<Estimate.Line> estimated = new ArrayList<>();
    List<LineNote> notes = new ArrayList<>();
    for (LineKey key : company.keys()) {
      Estimate.Line line = known.get(key);
      LineNote note = LineNote.parse(base.note(key));
      if (line == null || note == null || note.isMoved(key, changed)) {
        line = lines.line(company, key);
        note = LineNote.of(lines.settled(company, key), company, key);
        base.note(key, note.text());
      }
      estimated.add(line);
      notes.add(note);
    }
    changed.stream().filter(key -> !company.keys().contains(key)).forEach(k -> base.note(k, null));
    return new Estimate(
        company.name(),
        base.company(),
        LineNote.updatedAt(notes),
        asOf,
        group(base.company(), asOf),
        estimated);
  }

  private static @Nullable Group group(String companyId, @Nullable Instant asOf) {
    Member parent = Affiliations.standard().parent(companyId, asOf);
    List<Member> subsidiaries = Affiliations.standard().subsidiaries(companyId, asOf);
    return parent == null && subsidiaries.isEmpty() ? null : new Group(parent, subsidiaries);
  }
}
