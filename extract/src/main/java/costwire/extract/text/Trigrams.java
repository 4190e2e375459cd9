package costwire.extract.text;

import java.util.BitSet;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Tells by the letters that stand together in a text which of the languages of OpenNLP's model it
 * is in. It answers as OpenNLP's detector does, which takes several times as long: it spells out
 * each stretch of letters to look it up.
 */
final class Trigrams {
  private static final int LONGEST = 3;

  private final AbstractModel model;

  /** Stretches of up to three letters, each where its hash or the next free place is; 0 is none. */
  private final long[] keys;

  /** What each stretch says, at its key's place. */
  private final Context[] contexts;

  @SuppressWarnings("unchecked") // OpenNLP's second structure of a model is its features' weights
  Trigrams(AbstractModel model) {
    this.model = model;
    Map<String, Context> known = (Map<String, Context>) model.getDataStructures()[1];
    this.keys = new long[2 * Integer.highestOneBit(2 * known.size())]; // half of it empty, or more
    this.contexts = new Context[keys.length];
    known.forEach(
        (stretch, context) -> {
          if (stretch.length() <= LONGEST) {
            long key = 0;
            for (int i = 0; i < stretch.length(); i++) {
              key = key(key, stretch.charAt(i));
            }
            int place = place(key);
            keys[place] = key;
            contexts[place] = context;
          }
        });
  }

  /** The key of a stretch and the letter behind it; none is another's, nor 0. */
  private static long key(long stretch, char letter) {
    return stretch << 17 | letter | 1L << 16;
  }

  /** Where a key is, or would be. */
  private int place(long key) {
    int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
    while (keys[place] != key && keys[place] != 0) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  /** The likeliest language, as the model names it. */
  String best(String text) {
    char[] letters = small(OpenNlpText.of(text));
    double[] sums = new double[model.getNumOutcomes()];
    BitSet seen = new BitSet(keys.length);
    for (int from = 0; from < letters.length; from++) {
      long key = 0;
      for (int i = from; i < Math.min(letters.length, from + LONGEST); i++) {
        key = key(key, letters[i]);
        int place = place(key);
        if (keys[place] != 0 && !seen.get(place)) {
          seen.set(place);
          add(contexts[place], sums);
        }
      }
    }
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      best = sums[i] > sums[best] ? i : best;
    }
    return model.getOutcome(best);
  }

  private static void add(Context context, double[] sums) {
    int[] outcomes = context.getOutcomes();
    double[] weights = context.getParameters();
    for (int i = 0; i < outcomes.length; i++) {
      sums[outcomes[i]] += weights[i];
    }
  }

  /** In small letters, one for one; halves of letters have none. */
  private static char[] small(String text) {
    char[] small = text.toCharArray();
    for (int i = 0; i < small.length; i++) {
      small[i] = Character.toLowerCase(small[i]);
    }
    return small;
  }
}
