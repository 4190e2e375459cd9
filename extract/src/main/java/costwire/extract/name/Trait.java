package costwire.extract.name;

import costwire.extract.learn.Features;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.namefind.BioCodec;

/**
 * Something about a word that tells whether it and its neighbours are names. Its features come in
 * groups: which one holds depends on where it is looked at from.
 */
sealed interface Trait {
  /** Words on each side from which a word is looked at. */
  int REACH = 2;

  String NAME = "default-";

  /** The tags that a word may stand behind; the first is none, at the sentence's head. */
  List<String> TAGS = List.of("^", BioCodec.OTHER, NAME + BioCodec.START, NAME + BioCodec.CONTINUE);

  /** Bundles of what is seen of one word: those seen from each word, its own, and of a row. */
  int BUNDLES = 2 * REACH + 3;

  /** The features of each group. */
  List<Features> groups();

  /**
   * In which bundle a group, seen from a word, is: what is in one comes together more than once.
   */
  default int bundle(int group) {
    return group;
  }

  /**
   * From where a group sees its word, as {@link #seenFrom} counts, or else {@link #behind} what.
   */
  default int place(int group) {
    return group;
  }

  /** The group of a word seen from one {@code offset} words before it. */
  static int seenFrom(int offset) {
    return offset + REACH;
  }

  /** How many words behind a word another stands that it is seen from at a place. */
  static int offset(int place) {
    return place - REACH;
  }

  /** The group of a word behind a tag. */
  static int behind(int tag) {
    return 2 * REACH + 1 + tag;
  }

  /** How a word is written. */
  record Shape(String shape) implements Trait {
    @Override
    public List<Features> groups() {
      return both(
          offset -> new Features().add(offset + "s" + shape),
          tag -> new Features().add("p=" + tag).add("p,s=" + tag + "," + shape));
    }
  }

  /** What the lexicon or catalogue says of a word. */
  record Mark(String mark) implements Trait {
    @Override
    public List<Features> groups() {
      return both(
          offset -> new Features().add(offset + "m" + mark),
          tag -> new Features().add("p,m=" + tag + "," + mark));
    }
  }

  /** The word itself, for it and those beside it. */
  record Norm(String norm) implements Trait {
    @Override
    public List<Features> groups() {
      return seen(offset -> new Features().add(offset + "w" + norm, Math.abs(offset) <= 1));
    }
  }

  /** No word at all, beyond the sentence. */
  record Edge() implements Trait {
    @Override
    public List<Features> groups() {
      return seen(offset -> new Features().add(offset + "edge"));
    }
  }

  /** What is looked at from the word alone. */
  record Own(String shape, String own) implements Trait {
    @Override
    public List<Features> groups() {
      return List.of(new Features().add(own).add("s," + shape + own));
    }

    @Override
    public int place(int group) {
      return seenFrom(0);
    }

    @Override
    public int bundle(int group) {
      return BUNDLES - 2;
    }
  }

  /** A mark of the word, together with how it is written. */
  record Marked(String shape, String mark) implements Trait {
    @Override
    public List<Features> groups() {
      return List.of(new Features().add("s,m=" + shape + mark));
    }

    @Override
    public int place(int group) {
      return seenFrom(0);
    }

    @Override
    public int bundle(int group) {
      return BUNDLES - 2;
    }
  }

  /** How two words in a row are written: for the second, then for the first. */
  record Row(String first, String second) implements Trait {
    @Override
    public List<Features> groups() {
      return List.of(
          new Features().add("ss-" + first + "," + second),
          new Features().add("ss+" + first + "," + second));
    }

    @Override
    public int place(int group) {
      return seenFrom(group);
    }

    @Override
    public int bundle(int group) {
      return BUNDLES - 1;
    }
  }

  private static List<Features> seen(IntFunction<Features> features) {
    return IntStream.rangeClosed(-REACH, REACH).mapToObj(features).toList();
  }

  private static List<Features> both(
      IntFunction<Features> seen, Function<String, Features> behind) {
    return Stream.concat(seen(seen).stream(), TAGS.stream().map(behind)).toList();
  }
}
