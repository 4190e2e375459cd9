package costwire.aggregate.evidence;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A map in the order of its keys' code points, which may lie on disk. */
public interface Shelf<V> {
  @Nullable V get(String key);

  void put(String key, V value);

  void delete(String key);

  /**
   * Walks through the entries whose keys begin with the prefix.
   *
   * @param more takes the key and the value; false: no more of them
   */
  void scan(String prefix, BiPredicate<String, V> more);
}
