package costwire.extract.train;

import costwire.extract.name.NameKind;
import costwire.extract.name.NameSpan;
import costwire.extract.read.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** Finds the tokens of a lesson's names. */
final class NamesOf {
  private NamesOf() {}

  /** The names of each passage; of overlapping ones the longest. */
  static List<List<NameSpan>> each(List<Passage> passages, Lesson lesson) {
    List<Lesson.Name> longestFirst = new ArrayList<>(lesson.known());
    longestFirst.sort(Comparator.comparingInt((Lesson.Name name) -> -name.form().length()));
    List<List<NameSpan>> all = new ArrayList<>();
    for (Passage passage : passages) {
      List<NameSpan> found = new ArrayList<>();
      for (Lesson.Name name : longestFirst) {
        find(passage, name, found);
      }
      found.sort(Comparator.comparingInt(Span::getStart));
      all.add(found);
    }
    return all;
  }

  private static void find(Passage passage, Lesson.Name name, List<NameSpan> found) {
    String text = passage.sentence().text();
    String form = name.form();
    for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      NameSpan span = tokens(passage, at, at + form.length(), name);
      if (span != null && found.stream().noneMatch(span::intersects)) {
        found.add(span);
      }
    }
  }

  /** The tokens that hold the characters; null where a name would begin or end inside a word. */
  private static @Nullable NameSpan tokens(Passage passage, int start, int end, Lesson.Name name) {
    Span[] tokens = passage.sentence().tokens();
    int offset = passage.sentence().start();
    int from = -1;
    int to = -1;
    for (int i = 0; i < tokens.length; i++) {
      int tokenStart = tokens[i].getStart() - offset;
      int tokenEnd = tokens[i].getEnd() - offset;
      if (from < 0 && tokenEnd > start) {
        boolean glued = start - tokenStart > 3;
        if (glued) {
          return null;
        }
        from = i;
      }
      if (tokenStart < end) {
        to = i + 1;
      }
    }
    if (from < 0 || to <= from) {
      return null;
    }
    int rest = tokens[to - 1].getEnd() - offset - end;
    return rest > 4 ? null : new NameSpan(from, to, kind(name), name.name());
  }

  private static NameKind kind(Lesson.Name name) {
    return switch (name.kind()) {
      case "org" -> NameKind.ORGANISATION;
      case "person" -> NameKind.PERSON;
      case "model" -> NameKind.MODEL;
      case "machine" -> NameKind.MACHINE;
      default -> throw new IllegalArgumentException("a name of the kind " + name.kind());
    };
  }
}
