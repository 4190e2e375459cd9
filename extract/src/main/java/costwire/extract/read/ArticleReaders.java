package costwire.extract.read;

import costwire.extract.catalogue.Catalogue;
import costwire.extract.lexicon.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads articles of every language. */
public final class ArticleReaders {
  private final Lexicons lexicons = new Lexicons();
  private final Catalogue catalogue = Catalogue.standard();
  private final Subject subject = new Subject(lexicons, catalogue);
  private final Map<String, ArticleReader> readers = new ConcurrentHashMap<>();

  /** Whether an article of any language may speak of compute, at a glance. */
  public boolean mayConcern(String title, String text) {
    return subject.mayBeOf(title, text);
  }

  /** The codes of the languages that have a lexicon of their own, in order. */
  Set<String> languages() {
    return lexicons.languages();
  }

  /** The sentences of an article, the title's first. */
  public List<Passage> read(String language, String title, String text) {
    ArticleReader reader =
        readers.computeIfAbsent(
            lexicons.of(language).code(), code -> new ArticleReader(lexicons.of(code), catalogue));
    List<Passage> passages = new ArrayList<>(reader.read(title, true));
    passages.addAll(reader.read(text, false));
    return ArticleCurrencies.resolved(OpenSums.resolved(passages));
  }
}
