package costwire.extract.claim;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.entity.Amount;
import costwire.extract.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The inside's way in: a title and a text of a known language become amounts and drafts. */
public final class Drafts {
  private final Lexicons lexicons = new Lexicons();
  private final Catalogue catalogue = Catalogue.standard();
  private final Map<String, ArticleReader> readers = new ConcurrentHashMap<>();

  /** The article's claims in order, the title's first. */
  public List<Draft> of(String language, String title, String text) {
    return new ClaimReader(read(language, title, text)).read();
  }

  /** An amount and where it stands. */
  public record Located(Passage passage, Amount amount) {}

  /** Every amount and named chip in order, the title's first. */
  public List<Located> amounts(String language, String title, String text) {
    List<Located> all = new ArrayList<>();
    for (Passage passage : read(language, title, text)) {
      for (Amount amount : passage.amounts()) {
        all.add(new Located(passage, amount.per(Rates.of(passage.reading(), amount))));
      }
    }
    return all;
  }

  private List<Passage> read(String language, String title, String text) {
    ArticleReader reader =
        readers.computeIfAbsent(
            lexicons.of(language).code(), code -> new ArticleReader(lexicons.of(code), catalogue));
    List<Passage> passages = new ArrayList<>(reader.read(title, true));
    passages.addAll(reader.read(text, false));
    return passages;
  }
}
