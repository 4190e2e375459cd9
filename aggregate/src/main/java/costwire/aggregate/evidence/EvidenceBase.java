package costwire.aggregate.evidence;

import costwire.aggregate.evidence.Contribution.Entry;
import costwire.extract.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The evidence on one company, folded: claims come and go one by one, each at the cost of its
 * article, and what is left is a function of the set of those that stand. Knows which lines have
 * changed since they were last estimated.
 */
public final class EvidenceBase {
  private final String company;
  private final Shelves shelves;
  private final EvidenceIndex index;
  private final StoryLinks stories;

  /**
   * Where the evidence lies; each shelf may hold that of many companies.
   *
   * @param claims those that stand, by company and id, kept by whoever calls
   * @param articles what each has put in
   * @param pieces by company, line and piece
   * @param index small facts of several kinds, each under a key of its own
   */
  public record Shelves(
      Shelf<Claim> claims, Shelf<Contribution> articles, Shelf<Piece> pieces, Shelf<String> index) {
    /** Empty ones in memory. */
    public static Shelves inMemory() {
      return new Shelves(
          new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>(), new MemoryShelf<>());
    }
  }

  public EvidenceBase(String company, Shelves shelves) {
    this.company = company;
    this.shelves = shelves;
    this.index = new EvidenceIndex(company, shelves.index());
    this.stories = new StoryLinks(shelves.index(), company);
  }

  /** The claims' evidence, in memory. */
  public static EvidenceBase of(String company, Collection<Claim> claims) {
    Shelves shelves = Shelves.inMemory();
    EvidenceBase base = new EvidenceBase(company, shelves);
    SortedMap<String, Set<String>> articles = new TreeMap<>();
    for (Claim claim : claims) {
      shelves.claims().put(base.key(claim.id()), claim);
      articles.computeIfAbsent(claim.articleId(), a -> new TreeSet<>()).add(claim.id());
    }
    articles.forEach((article, ids) -> base.read(article, Contribution.NOTHING, ids));
    return base;
  }

  /** Takes in a claim that stands since a moment ago, or takes out one that is retracted. */
  public void take(Claim claim) {
    Contribution before = contribution(claim.articleId());
    Set<String> ids = claimsOf(before);
    if (claim.retracted()) {
      ids.remove(claim.id());
    } else {
      ids.add(claim.id());
    }
    read(claim.articleId(), before, ids);
  }

  private static Set<String> claimsOf(Contribution contribution) {
    Set<String> ids = new TreeSet<>();
    contribution.entries().forEach(entry -> ids.add(entry.claim()));
    return ids;
  }

  private void read(String article, Contribution before, Set<String> ids) {
    List<Claim> claims = claims(article, ids);
    Set<String> moved =
        stories.relink(article, before.originals(), ArticleClaims.originals(claims));
    Set<String> reheaded = new TreeSet<>(moved);
    reheaded.addAll(rehead(article, before, claims));
    for (String other : moved) {
      if (!other.equals(article)) {
        Contribution known = contribution(other);
        reheaded.addAll(rehead(other, known, claims(other, known)));
      }
    }
    replace(article, before, claims);
    for (String other : reheaded) {
      if (!other.equals(article)) {
        Contribution known = contribution(other);
        replace(other, known, claims(other, known));
      }
    }
  }

  /**
   * Puts an article into its place in its story.
   *
   * @return the articles that another outlet was first to print now
   */
  private Set<String> rehead(String article, Contribution before, List<Claim> claims) {
    String was = before.story() == null ? null : index.head(before.story(), article, before.at());
    String story = claims.isEmpty() ? null : stories.of(article);
    String is = story == null ? null : index.head(story, article, at(claims));
    String outlet = ArticleClaims.outlet(claims);
    Set<String> reheaded = new TreeSet<>();
    if (was != null && before.story() != null && !was.equals(is)) {
      change(before.story(), was, null, reheaded);
    }
    if (is != null && story != null && !(is.equals(was) && outlet.equals(before.outlet()))) {
      change(story, is, outlet, reheaded);
    }
    return reheaded;
  }

  private static @Nullable Instant at(List<Claim> claims) {
    return claims.stream().map(Mention::of).sorted().toList().get(0).at();
  }

  private void change(String story, String key, @Nullable String outlet, Set<String> reheaded) {
    String before = index.outlet(story);
    index.putHead(key, outlet);
    // One that was joined to another has moved as a whole.
    boolean stands = story.equals(stories.of(story));
    if (stands && before != null && !before.equals(index.outlet(story))) {
      reheaded.addAll(stories.copies(story));
    }
  }

  private Contribution contribution(String article) {
    Contribution known = shelves.articles().get(key(article));
    return known == null ? Contribution.NOTHING : known;
  }

  private List<Claim> claims(String article, Contribution known) {
    return claims(article, claimsOf(known));
  }

  private List<Claim> claims(String article, Set<String> ids) {
    List<Claim> claims = new ArrayList<>();
    for (String id : ids) {
      Claim claim = shelves.claims().get(key(id));
      if (claim != null && claim.articleId().equals(article)) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private void replace(String article, Contribution before, List<Claim> claims) {
    ArticleClaims read = article(article, claims);
    Contribution after = read.contribution();
    if (after.equals(before)) {
      return;
    }
    boolean moved = !Objects.equals(before.story(), after.story());
    Set<Entry> old = new HashSet<>(before.entries());
    Set<Entry> now = new HashSet<>(after.entries());
    before.entries().stream().filter(e -> moved || !now.contains(e)).forEach(this::takeOut);
    for (Claim claim : claims) {
      Entry entry = Entry.of(claim, read.piece(claim));
      if (moved || !old.contains(entry)) {
        putIn(entry, read.essence(claim), after.story());
      }
    }
    index.runs(article, before, after);
    before.runs().forEach(index::touch);
    after.runs().forEach(index::touch);
    if (after.isEmpty()) {
      shelves.articles().delete(key(article));
    } else {
      shelves.articles().put(key(article), after);
    }
  }

  private void putIn(Entry entry, Claim essence, @Nullable String story) {
    String key = key(entry.line(), entry.piece());
    index.putMention(entry);
    Piece known = shelves.pieces().get(key);
    shelves.pieces().put(key, known == null ? Piece.of(essence, story) : known.and(essence, story));
    if (known == null) {
      index.countLine(entry.line(), 1);
    }
    if (entry.company() != null) {
      index.countName(entry.company(), 1);
    }
    index.touch(entry.line());
  }

  private void takeOut(Entry entry) {
    String key = key(entry.line(), entry.piece());
    index.deleteMention(entry);
    Piece known = Objects.requireNonNull(shelves.pieces().get(key));
    if (known.mentions() == 1) {
      shelves.pieces().delete(key);
      index.countLine(entry.line(), -1);
    } else if (known.lists(entry.claim())) {
      shelves.pieces().put(key, refilled(entry, known));
    } else {
      shelves.pieces().put(key, known.withoutOne());
    }
    if (entry.company() != null) {
      index.countName(entry.company(), -1);
    }
    index.touch(entry.line());
  }

  /** The piece that the entry was taken out of: the next mention moves up. */
  private Piece refilled(Entry entry, Piece known) {
    List<Mention> first = index.mentions(entry, Piece.MOST_LISTED);
    String leads = first.get(0).claim();
    Claim claim = leads.equals(known.lead().id()) ? null : shelves.claims().get(key(leads));
    // One that was itself replaced a moment ago is about to be taken out, too.
    Claim lead =
        claim == null
            ? known.lead()
            : Essence.of(
                claim, Essence.outlet(known.lead()), known.lead().quote(), known.lead().sentence());
    String story = claim == null ? known.story() : stories.of(claim.articleId());
    return new Piece(lead, story, known.mentions() - 1, first);
  }

  /** The company's id. */
  public String company() {
    return company;
  }

  /** The name most used, the first in order of two alike; the id where none is. */
  public String name() {
    String name = company;
    int most = 0;
    for (Map.Entry<String, Integer> use : index.names().entrySet()) {
      int uses = use.getValue();
      if (uses > most) {
        most = uses;
        name = use.getKey();
      }
    }
    return name;
  }

  /** The lines on which anything is said. */
  public Set<LineKey> lines() {
    return keys(index.lines());
  }

  /** The lines on which something has changed since {@link #settle}. */
  public Set<LineKey> touched() {
    return keys(index.touched());
  }

  private static Set<LineKey> keys(Iterable<String> texts) {
    Set<LineKey> lines = new TreeSet<>();
    texts.forEach(text -> lines.add(LineKey.parse(text)));
    return lines;
  }

  /** From here on no line has changed. */
  public void settle() {
    index.settle();
  }

  /** What was noted of a line with {@link #note}; null: nothing. */
  public @Nullable String note(LineKey line) {
    return index.note(line.text());
  }

  /**
   * Notes something of a line.
   *
   * @param note null: nothing
   */
  public void note(LineKey line, @Nullable String note) {
    index.note(line.text(), note);
  }

  /** The pieces of evidence on the line. */
  List<Piece> pieces(LineKey line) {
    List<Piece> pieces = new ArrayList<>();
    shelves.pieces().scan(key(line.text(), ""), (key, piece) -> pieces.add(piece));
    return pieces;
  }

  /** The ids of the articles that tell of a run on the line: the oldest, the undated last. */
  List<String> runs(LineKey line, int most) {
    return index.runs(line.text(), most);
  }

  /** What an article says. */
  ArticleClaims article(String article) {
    return article(article, claims(article, contribution(article)));
  }

  private ArticleClaims article(String article, List<Claim> claims) {
    String story = stories.of(article);
    String outlet = story == null ? null : index.outlet(story);
    return new ArticleClaims(new ArticleClaims.Source(story, outlet), claims);
  }

  /** The piece that a claim of the article belongs to. */
  @Nullable Piece piece(ArticleClaims article, Claim claim) {
    return shelves.pieces().get(key(LineKey.of(claim).text(), article.piece(claim)));
  }

  private String key(String line, String piece) {
    return company + '\0' + line + '\0' + piece;
  }

  /** Under which a claim or an article is kept. */
  private String key(String id) {
    return company + '\0' + id;
  }
}
