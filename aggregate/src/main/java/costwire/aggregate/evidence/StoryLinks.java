package costwire.aggregate.evidence;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which articles are copies of one story. Links are followed from copy to copy, whichever of them
 * has claims. A story bears the id of one of its articles; which one depends on the order in which
 * links came and went, and shows nowhere.
 */
final class StoryLinks {
  private final Shelf<String> shelf;
  private final String company;

  StoryLinks(Shelf<String> shelf, String company) {
    this.shelf = shelf;
    this.company = company;
  }

  /** The article's story; null if it stands alone. */
  @Nullable String of(String article) {
    return shelf.get(key('s', article));
  }

  /**
   * Changes what an article is a copy of.
   *
   * @return the articles whose story is another now
   */
  Set<String> relink(String article, Collection<String> before, Collection<String> after) {
    Set<String> moved = new TreeSet<>();
    for (String original : before) {
      if (!after.contains(original)) {
        shelf.delete(link('o', article, original));
        shelf.delete(link('r', original, article));
        moved.addAll(part(article, original));
      }
    }
    for (String original : after) {
      if (!before.contains(original)) {
        moved.addAll(join(article, original));
        shelf.put(link('o', article, original), "");
        shelf.put(link('r', original, article), "");
      }
    }
    return moved;
  }

  /** The articles of the story. */
  Set<String> copies(String story) {
    return new Walk(story).all();
  }

  private Set<String> join(String copy, String original) {
    String one = of(copy);
    String other = of(original);
    if (one == null && other == null) {
      return name(Set.of(copy, original), original);
    }
    if (one == null || other == null) {
      return one == null ? name(Set.of(copy), other) : name(Set.of(original), one);
    }
    if (one.equals(other)) {
      return Set.of();
    }
    Set<String> smaller = smaller(copy, original);
    return name(smaller, smaller.contains(copy) ? other : one);
  }

  private Set<String> part(String copy, String original) {
    Set<String> smaller = smaller(copy, original);
    if (smaller.isEmpty()) {
      return Set.of();
    }
    boolean copyIsThere = smaller.contains(copy);
    String rest = copyIsThere ? original : copy;
    Set<String> moved = new TreeSet<>();
    String story = of(copy);
    if (neighbours(rest).isEmpty()) {
      moved.addAll(name(Set.of(rest), null));
    } else if (story != null && smaller.contains(story)) {
      moved.addAll(name(new Walk(rest).all(), rest));
    }
    if (smaller.size() == 1) {
      moved.addAll(name(smaller, null));
    } else if (story == null || !smaller.contains(story)) {
      moved.addAll(name(smaller, copyIsThere ? copy : original));
    }
    return moved;
  }

  private Set<String> name(Set<String> articles, @Nullable String story) {
    for (String article : articles) {
      if (story == null) {
        shelf.delete(key('s', article));
      } else {
        shelf.put(key('s', article), story);
      }
    }
    return articles;
  }

  /** The side of two articles without a link on which there are fewer; none if they are linked. */
  private Set<String> smaller(String one, String other) {
    Walk first = new Walk(one);
    Walk second = new Walk(other);
    while (Collections.disjoint(first.seen, second.ahead)
        && Collections.disjoint(second.seen, first.ahead)) {
      if (first.ahead.isEmpty()) {
        return first.seen;
      }
      if (second.ahead.isEmpty()) {
        return second.seen;
      }
      first.step();
      second.step();
    }
    return Set.of();
  }

  private Set<String> neighbours(String article) {
    Set<String> neighbours = new TreeSet<>();
    for (char way : new char[] {'o', 'r'}) {
      String prefix = link(way, article, "");
      shelf.scan(
          prefix,
          (key, none) -> {
            neighbours.add(key.substring(prefix.length()));
            return true;
          });
    }
    return neighbours;
  }

  private String link(char way, String from, String to) {
    return key(way, from) + '\0' + to;
  }

  private String key(char kind, String article) {
    return company + '\0' + kind + '\0' + article;
  }

  /** From link to link. */
  private final class Walk {
    final Set<String> seen = new HashSet<>();
    final Deque<String> ahead = new ArrayDeque<>();

    Walk(String start) {
      seen.add(start);
      ahead.add(start);
    }

    void step() {
      for (String next : neighbours(ahead.remove())) {
        if (seen.add(next)) {
          ahead.add(next);
        }
      }
    }

    Set<String> all() {
      while (!ahead.isEmpty()) {
        step();
      }
      return seen;
    }
  }
}
