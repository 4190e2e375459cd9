package costwire.extract.name;

import java.util.ArrayList;
import java.util.List;

/**
 * Traits of a word that come together again and again: what speaks for its tags and its neighbours'
 * is added up once for all of them.
 */
sealed interface Facet {
  /** Where a facet is seen from, and the tags it may stand behind. */
  int PLACES = Trait.behind(Trait.TAGS.size());

  List<Trait> traits();

  /** How it is written, and what the lexicon and catalogue say of it. */
  record Marked(String shape, List<String> marks) implements Facet {
    @Override
    public List<Trait> traits() {
      List<Trait> traits = new ArrayList<>();
      traits.add(new Trait.Shape(shape));
      for (String mark : marks) {
        traits.add(new Trait.Mark(mark));
        traits.add(new Trait.Marked(shape, mark));
      }
      return traits;
    }
  }

  /** How the article uses it. */
  record Used(String shape, List<String> usage, String repeated) implements Facet {
    @Override
    public List<Trait> traits() {
      List<Trait> traits = own(shape, usage);
      traits.add(new Trait.Own(shape, repeated));
      return traits;
    }
  }

  /** Its letters. */
  record Spelled(String shape, String norm, List<String> spelling) implements Facet {
    @Override
    public List<Trait> traits() {
      List<Trait> traits = own(shape, spelling);
      traits.add(new Trait.Norm(norm));
      return traits;
    }
  }

  /** How it and the word before it are written. */
  record Row(String first, String second) implements Facet {
    @Override
    public List<Trait> traits() {
      return List.of(new Trait.Row(first, second));
    }
  }

  /** No word at all, beyond the sentence. */
  record Edge() implements Facet {
    @Override
    public List<Trait> traits() {
      return List.of(new Trait.Edge());
    }
  }

  private static List<Trait> own(String shape, List<String> own) {
    List<Trait> traits = new ArrayList<>();
    own.forEach(each -> traits.add(new Trait.Own(shape, each)));
    return traits;
  }
}
