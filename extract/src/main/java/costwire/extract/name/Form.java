package costwire.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** A way an article writes a name, with the places where it does. */
final class Form {
  /** Letters that a language's endings may put behind a name or change at its end. */
  private static final int ENDING = 4;

  private static final int STEM = 3;

  final String key;
  final String[] words;
  final String written;
  final List<Place> places = new ArrayList<>();

  /** From which words on another name stands in it: what comes before may only describe. */
  final Set<Integer> inner = new TreeSet<>();

  int tagged;
  int untagged;

  /** The form that it stands behind in brackets, as another name of the same; null for none. */
  @Nullable Form of;

  Form(String key, String written) {
    this.key = key;
    this.words = key.split(" ");
    this.written = written;
  }

  /** Finds the other names that stand in it, neither at its beginning nor at its end. */
  void findInner(List<Form> others) {
    for (int from = 1; from < words.length - 1; from++) {
      for (Form part : others) {
        if (from + part.words.length < words.length && holds(part, from)) {
          inner.add(from);
        }
      }
    }
  }

  /** What is written from one of its words on. */
  String from(int word) {
    Place place = places.get(0);
    Span span = place.span();
    return Strangers.written(place.passage(), new Span(span.getStart() + word, span.getEnd()));
  }

  /** Whether another form's words are this one's from one of them on, but for their endings. */
  boolean holds(Form part, int from) {
    if (from < 0 || from + part.words.length > words.length) {
      return false;
    }
    for (int i = 0; i < part.words.length; i++) {
      if (!isInflected(words[from + i], part.words[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInflected(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int common = common(one, other);
    int shorter = Math.min(one.length(), other.length());
    return common >= STEM
        && common >= shorter - 2
        && Math.max(one.length(), other.length()) - common <= ENDING
        && Character.isLetter(one.charAt(one.length() - 1))
        && Character.isLetter(other.charAt(other.length() - 1));
  }

  /** Letters that two words begin with alike. */
  static int common(String one, String other) {
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    return common;
  }
}
