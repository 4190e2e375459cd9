package costwire.deploy;

import org.jspecify.annotations.Nullable;

/** A role at work in this process. */
public interface Stage extends AutoCloseable {
  Role role();

  /** Why it does not do its work just now, in words; null while it does. */
  @Nullable String unready();

  @Override
  void close();
}
