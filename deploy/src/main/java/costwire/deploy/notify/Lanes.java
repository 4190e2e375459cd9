package costwire.deploy.notify;

import java.util.HashMap;
import java.util.Map;

/**
 * How many messages are under way in this process, in all and by receiver: one that hangs keeps a
 * few of them and no more.
 */
final class Lanes {
  static final int MOST = 128;
  static final int MOST_OF_ONE = 4;

  private final Map<String, Integer> busy = new HashMap<>();
  private int all;

  /** Whether there is room; if so, it is taken. */
  synchronized boolean enter(String lane) {
    int own = busy.getOrDefault(lane, 0);
    if (all >= MOST || own >= MOST_OF_ONE) {
      return false;
    }
    busy.put(lane, own + 1);
    all++;
    return true;
  }

  synchronized void leave(String lane) {
    all--;
    busy.merge(lane, -1, (own, less) -> own + less == 0 ? null : own + less);
  }
}
