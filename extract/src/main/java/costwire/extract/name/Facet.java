package costwire.extract.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Traits of a word that come together again and again: what speaks for its tags and its neighbours'
 * is added up once for all of them. It is a key that is looked up for every word, and so no record,
 * whose generated methods are slow until the last compiler has seen them.
 */
final class Facet {
  /** Where a facet is seen from, and the tags it may stand behind. */
  static final int PLACES = Trait.behind(Trait.TAGS.size());

  /** No word at all, beyond the sentence. */
  private static final Facet EDGE = new Facet(Kind.EDGE, List.of());

  private enum Kind {
    EDGE,
    MARKED,
    USED,
    SPELLED,
    ROW
  }

  private final Kind kind;
  private final String[] parts;
  private final int hash;

  private Facet(Kind kind, List<String> rest, String... first) {
    this.kind = kind;
    this.parts = Arrays.copyOf(first, first.length + rest.size());
    for (int i = 0; i < rest.size(); i++) {
      parts[first.length + i] = rest.get(i);
    }
    this.hash = 31 * Arrays.hashCode(parts) + kind.ordinal();
  }

  /**
   * Gives the facets of a sentence's words, and beyond its ends those of none, with their places.
   */
  static void each(Wording.Word[] words, ObjIntConsumer<Facet> out) {
    for (int i = 1; i <= Trait.REACH; i++) {
      out.accept(EDGE, -i);
      out.accept(EDGE, words.length - 1 + i);
    }
    for (int i = 0; i < words.length; i++) {
      out.accept(marked(words[i]), i);
      out.accept(used(words[i]), i);
      out.accept(spelled(words[i]), i);
      if (i > 0) {
        out.accept(row(words[i - 1], words[i]), i);
      }
    }
  }

  /** Whether it is one that says more behind some tags than behind others. */
  boolean isMarked() {
    return kind == Kind.MARKED;
  }

  /** How it is written, and what the lexicon and catalogue say of it. */
  static Facet marked(Wording.Word word) {
    return new Facet(Kind.MARKED, word.marks(), word.shape());
  }

  /** How the article uses it. */
  private static Facet used(Wording.Word word) {
    return new Facet(Kind.USED, word.usage(), word.shape(), word.repeated());
  }

  /** Its letters. */
  private static Facet spelled(Wording.Word word) {
    return new Facet(Kind.SPELLED, word.spelling(), word.shape(), word.norm());
  }

  /** How two words in a row are written: the second's. */
  private static Facet row(Wording.Word first, Wording.Word second) {
    return new Facet(Kind.ROW, List.of(), first.shape(), second.shape());
  }

  List<Trait> traits() {
    List<Trait> traits = new ArrayList<>();
    switch (kind) {
      case EDGE -> traits.add(new Trait.Edge());
      case ROW -> traits.add(new Trait.Row(parts[0], parts[1]));
      case MARKED -> {
        traits.add(new Trait.Shape(parts[0]));
        for (int i = 1; i < parts.length; i++) {
          traits.add(new Trait.Mark(parts[i]));
          traits.add(new Trait.Marked(parts[0], parts[i]));
        }
      }
      case USED -> own(1, traits);
      case SPELLED -> {
        own(2, traits);
        traits.add(new Trait.Norm(parts[1]));
      }
    }
    return traits;
  }

  private void own(int from, List<Trait> traits) {
    for (int i = from; i < parts.length; i++) {
      traits.add(new Trait.Own(parts[0], parts[i]));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facet facet
        && hash == facet.hash
        && kind == facet.kind
        && Arrays.equals(parts, facet.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
