package costwire.extract.catalogue;

import costwire.extract.lexicon.PhraseTrie;
import costwire.extract.lexicon.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence's tokens in the forms that names are looked up by: also without the endings that the
 * language puts on foreign names (Microsoftilta, Nvidian, H100s).
 */
final class NameForms implements PhraseTrie.Variants {
  /** A shorter rest is somebody else. */
  private static final int LEAST_NAME = 3;

  /** A100-80GB: the chip and how much it remembers. */
  private static final Pattern MEMORY = Pattern.compile("-[0-9]{2,3}gb?");

  private final Reading reading;
  private final List<List<String>> forms;

  NameForms(Reading reading) {
    this.reading = reading;
    this.forms = new ArrayList<>(reading.size());
    for (int i = 0; i < reading.size(); i++) {
      List<String> known = reading.forms(i);
      List<String> more = otherForms(i, known.get(0));
      forms.add(more.isEmpty() ? known : joined(known, more));
    }
  }

  private List<String> otherForms(int token, String norm) {
    String letters = Letters.named(reading, token);
    letters = letters == null ? Letters.lookalike(norm) : letters;
    List<String> endings = endings(token, norm);
    return letters == null ? endings : joined(List.of(letters), endings);
  }

  private List<String> endings(int token, String norm) {
    String word = reading.word(token);
    if (word.length() <= LEAST_NAME || Character.isLowerCase(word.charAt(0))) {
      return List.of();
    }
    List<String> bare = new ArrayList<>(1);
    int digits = afterLastDigit(word);
    if (digits > 1 && digits < word.length() && isLowerCase(word, digits)) {
      bare.add(norm.substring(0, Math.min(digits, norm.length())));
    }
    int memory = norm.lastIndexOf('-');
    if (memory >= LEAST_NAME && MEMORY.matcher(norm.substring(memory)).matches()) {
      bare.add(norm.substring(0, memory));
    }
    for (String ending : reading.lexicon().endings()) {
      if (norm.length() >= ending.length() + LEAST_NAME && norm.endsWith(ending)) {
        bare.add(norm.substring(0, norm.length() - ending.length()));
      }
    }
    return bare;
  }

  private static int afterLastDigit(String word) {
    int i = word.length();
    while (i > 0 && !Character.isDigit(word.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isLowerCase(String word, int from) {
    return word.substring(from).chars().allMatch(Character::isLowerCase);
  }

  private static List<String> joined(List<String> forms, List<String> more) {
    List<String> all = new ArrayList<>(forms);
    all.addAll(more);
    return List.copyOf(all);
  }

  @Override
  public int size() {
    return reading.size();
  }

  @Override
  public List<String> forms(int token) {
    return forms.get(token);
  }
}
