package costwire.extract.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known where a decision is taken: names of things that hold, each either true or absent.
 * Some of them are keys: any two that hold together are a feature of their own.
 */
public final class Features {
  /** Stands between the names of two keys. */
  static final char AND = '&';

  private final List<String> names;
  private final List<String> keys;

  public Features() {
    this(new ArrayList<>(48), new ArrayList<>());
  }

  private Features(List<String> names, List<String> keys) {
    this.names = names;
    this.keys = keys;
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

  /** Adds a name that is a key, too. */
  public Features key(String name) {
    keys.add(name);
    return add(name);
  }

  /** Adds a key if the condition holds. */
  public Features key(String name, boolean condition) {
    return condition ? key(name) : this;
  }

  /** A copy to which more can be added. */
  public Features copy() {
    return new Features(new ArrayList<>(names), new ArrayList<>(keys));
  }

  /** Adds each of the other's features, with a prefix; its keys are none here. */
  public Features addAll(String prefix, Features other) {
    for (String name : other.names) {
      names.add(prefix + name);
    }
    return this;
  }

  /** The names without those of pairs. */
  List<String> single() {
    return names;
  }

  List<String> keys() {
    return keys;
  }

  /** All names, those of pairs of keys included. */
  public String[] names() {
    List<String> all = new ArrayList<>(names);
    for (int i = 0; i < keys.size(); i++) {
      for (int j = i + 1; j < keys.size(); j++) {
        all.add(keys.get(i) + AND + keys.get(j));
      }
    }
    return all.toArray(String[]::new);
  }
}
