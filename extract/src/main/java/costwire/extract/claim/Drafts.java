package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.learn.Decider;
import costwire.extract.name.Citation;
import costwire.extract.name.NameSorter;
import costwire.extract.name.NameTagger;
import costwire.extract.name.Parties;
import costwire.extract.read.ArticleReaders;
import costwire.extract.read.FewWords;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.List;

/** The inside's way in: a title and a text of a known language become amounts and drafts. */
public final class Drafts {
  private final ArticleReaders readers = new ArticleReaders();
  private final FewWords fewWords = new FewWords(readers);
  private final NameTagger tagger = NameTagger.standard();
  private final NameSorter sorter = new NameSorter(Decider.standard(NameSorter.MODEL));
  private final Citation citation = Citation.standard();
  private final Casting casting = new Casting(Decider.standard(Casting.MODEL));
  private final Judge judge = new Learned(Decider::standard);

  /**
   * The language of a text, which may have few words.
   *
   * @param guess by its letters
   */
  public String language(String text, String guess) {
    return fewWords.language(text, guess);
  }

  /** The article's claims in order, the title's first. */
  public List<Draft> of(String language, String title, String text) {
    List<Passage> passages = readers.read(language, title, text);
    boolean counted =
        passages.stream()
            .flatMap(passage -> passage.amounts().stream())
            .anyMatch(amount -> amount.quantity() != null);
    if (!counted) {
      return List.of();
    }
    Parties parties = new Parties(passages, tagger.tag(passages), sorter, citation);
    return new ClaimReader(passages, parties, casting, judge).read();
  }

  /** Whether an article of any language can have claims; cheap, for most have none. */
  public boolean mayBeIn(String title, String text) {
    return readers.mayConcern(title, text);
  }

  /** Every amount and named chip in order, the title's first. */
  public List<Located> amounts(String language, String title, String text) {
    List<Located> all = new ArrayList<>();
    for (Passage passage : readers.read(language, title, text)) {
      for (Amount amount : passage.amounts()) {
        all.add(new Located(passage, amount.per(Rates.of(passage.reading(), amount))));
      }
    }
    return all;
  }
}
