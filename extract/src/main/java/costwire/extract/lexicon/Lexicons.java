package costwire.extract.lexicon;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lexicons of all languages, discovered in the folder {@code /lexicon} and read when first
 * needed. A file's name is its language's code; {@code und.yaml} serves the languages without one.
 */
public final class Lexicons {
  private static final String SUFFIX = ".yaml";
  private static final String FALLBACK = "und";

  private final ResourceFolder folder = new ResourceFolder("/lexicon");
  private final Set<String> codes = new TreeSet<>();
  private final Map<String, Lexicon> built = new ConcurrentHashMap<>();

  public Lexicons() {
    for (String name : folder.names(SUFFIX)) {
      codes.add(name.substring(0, name.length() - SUFFIX.length()));
    }
    if (!codes.contains(FALLBACK)) {
      throw new IllegalStateException("no lexicon for unknown languages");
    }
  }

  /** The codes of all lexicons, that for unknown languages among them. */
  public Set<String> codes() {
    return Set.copyOf(codes);
  }

  /** The codes of the languages that have a lexicon of their own, in order. */
  public SortedSet<String> languages() {
    SortedSet<String> languages = new TreeSet<>(codes);
    languages.remove(FALLBACK);
    return languages;
  }

  /** The language's lexicon, or the one for unknown languages. */
  public Lexicon of(String language) {
    String code = codes.contains(language) ? language : FALLBACK;
    return built.computeIfAbsent(code, this::build);
  }

  /** What the lexicons of all languages list under a cue, and as words for chips and their time. */
  public Set<String> subjects(Set<Cue> cues) {
    Set<String> words = ConcurrentHashMap.newKeySet();
    codes.parallelStream().map(this::file).forEach(file -> words.addAll(file.subjects(cues)));
    return words;
  }

  private Lexicon build(String code) {
    return new LexiconBuilder(code, file(code)).build();
  }

  private LexiconFile file(String code) {
    return Yaml.read(folder, code + SUFFIX, new TypeReference<>() {});
  }
}
