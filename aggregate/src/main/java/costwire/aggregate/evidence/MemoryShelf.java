package costwire.aggregate.evidence;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A shelf in memory. */
public final class MemoryShelf<V> implements Shelf<V> {
  private final TreeMap<String, V> entries = new TreeMap<>(MemoryShelf::compare);

  @Override
  public @Nullable V get(String key) {
    return entries.get(key);
  }

  @Override
  public void put(String key, V value) {
    entries.put(key, value);
  }

  @Override
  public void delete(String key) {
    entries.remove(key);
  }

  @Override
  public void scan(String prefix, BiPredicate<String, V> more) {
    for (Map.Entry<String, V> entry : entries.tailMap(prefix, true).entrySet()) {
      if (!entry.getKey().startsWith(prefix) || !more.test(entry.getKey(), entry.getValue())) {
        return;
      }
    }
  }

  /** By code points, as UTF-8 is ordered byte by byte; strings compare by UTF-16 units. */
  static int compare(String one, String other) {
    int length = Math.min(one.length(), other.length());
    for (int i = 0; i < length; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean alike = Character.isSurrogate(a) == Character.isSurrogate(b);
        return alike ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(one.length(), other.length());
  }
}
