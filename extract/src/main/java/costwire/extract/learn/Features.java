package costwire.extract.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known where a decision is taken: names of things that hold, each either true or absent.
 */
public final class Features {
  private final List<String> names;

  public Features() {
    this.names = new ArrayList<>(48);
  }

  private Features(List<String> names) {
    this.names = names;
  }

  public Features add(String name) {
    names.add(name);
    return this;
  }

  /** Adds {@code name} if the condition holds. */
  public Features add(String name, boolean condition) {
    if (condition) {
      names.add(name);
    }
    return this;
  }

  /** A copy to which more can be added. */
  public Features copy() {
    return new Features(new ArrayList<>(names));
  }

  /** Adds each of the other's features, with a prefix. */
  public Features addAll(String prefix, Features other) {
    for (String name : other.names) {
      names.add(prefix + name);
    }
    return this;
  }

  public String[] names() {
    return names.toArray(String[]::new);
  }
}
