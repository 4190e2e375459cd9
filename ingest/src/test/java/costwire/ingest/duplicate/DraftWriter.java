package costwire.ingest.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes articles on one subject with few words: what is no copy is alike all the same. */
final class DraftWriter {
  private final Phrases phrases;
  private final Random random;

  DraftWriter(Phrases phrases, Random random) {
    this.phrases = phrases;
    this.random = random;
  }

  Draft draft() {
    return draft(phrases.any("names", random), 4 + random.nextInt(6));
  }

  Draft draft(String company, int paragraphs) {
    List<List<List<String>>> all = new ArrayList<>();
    for (int i = 0; i < paragraphs; i++) {
      all.add(paragraph(company));
    }
    return new Draft(phrases, company, all);
  }

  List<List<String>> paragraph(String company) {
    List<List<String>> sentences = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      sentences.add(sentence(company));
    }
    return sentences;
  }

  /** What a company says of itself below every article, always in the same words. */
  List<List<String>> about(String company) {
    return new DraftWriter(phrases, new Random(company.hashCode())).paragraph(company);
  }

  private List<String> sentence(String company) {
    List<String> words = new ArrayList<>();
    for (String part : phrases.any("order", random).split(" ")) {
      boolean named = part.equals("who") && random.nextInt(3) == 0;
      String phrase = named ? company : phrases.any(part, random);
      for (String word : phrase.split(" ")) {
        words.add(word.equals("{n}") ? figure(random) : word);
      }
    }
    return words;
  }

  /** Round or not, grouped or with a fraction: 1,250 or 87 or 4.6. */
  static String figure(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> String.format(Locale.ROOT, "%,d", 1_000 + 10 * random.nextInt(9_000));
      case 1 -> Integer.toString(2 + random.nextInt(900));
      default -> String.format(Locale.ROOT, "%.1f", (11 + random.nextInt(800)) / 10.0);
    };
  }
}
