package costwire.deploy.serve;

import costwire.deploy.serve.ClaimShelf.Held;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds claims that may mention words or parts of words, in scripts with blanks or without: a
 * bit-sliced signature file. Each claim has a slot; each pair and each triple of letters one of the
 * slices, which has a bit for every slot. What a word's pairs and triples all have in common is few
 * claims more than mention it. A claim takes 128 bytes of the slices, however long it is.
 *
 * <p>Not safe for use by many threads.
 */
final class WordIndex {
  /** A power of two. A claim of 300 letters has a bit in a quarter of them. */
  private static final int SLICES = 1_024;

  private static final int SPREAD = 0x9E37_79B1;

  private final BitSet[] slices = new BitSet[SLICES];
  private final Map<String, Integer> slots = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final List<@Nullable Held> bySlot = new ArrayList<>();

  WordIndex() {
    for (int i = 0; i < SLICES; i++) {
      slices[i] = new BitSet();
    }
  }

  void add(Held held) {
    int slot = taken.nextClearBit(0);
    taken.set(slot);
    slots.put(held.claim().id(), slot);
    if (slot == bySlot.size()) {
      bySlot.add(held);
    } else {
      bySlot.set(slot, held);
    }
    slices(held.words(), slice -> slices[slice].set(slot));
  }

  void remove(Held held) {
    Integer slot = slots.remove(held.claim().id());
    if (slot != null) {
      taken.clear(slot);
      bySlot.set(slot, null);
      slices(held.words(), slice -> slices[slice].clear(slot));
    }
  }

  /**
   * All claims that mention all the words, and others.
   *
   * @param words as in {@link Held#words()}
   * @param most null instead of more than so many
   */
  @Nullable Stream<Held> candidates(List<String> words, int most) {
    BitSet found = (BitSet) taken.clone();
    words.forEach(word -> slices(word, slice -> found.and(slices[slice])));
    return found.cardinality() > most
        ? null
        : found.stream().mapToObj(slot -> Objects.requireNonNull(bySlot.get(slot)));
  }

  /** None of those with a blank among them: no word has one. */
  private static void slices(String text, IntConsumer each) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters = Character.isWhitespace(text.charAt(i)) ? 0 : letters + 1;
      if (letters >= 2) {
        int pair = text.charAt(i - 1) * SPREAD + text.charAt(i);
        each.accept(slice(pair));
        if (letters >= 3) {
          each.accept(slice(pair * SPREAD + text.charAt(i - 2)));
        }
      }
    }
  }

  private static int slice(int letters) {
    int mixed = letters * SPREAD;
    return (mixed ^ mixed >>> 15) * SPREAD >>> Integer.SIZE - Integer.numberOfTrailingZeros(SLICES);
  }
}
