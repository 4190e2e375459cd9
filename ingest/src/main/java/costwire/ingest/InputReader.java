package costwire.ingest;

import org.jspecify.annotations.Nullable;

/** Walks through inputs, step by step and in order, however many processors help. */
public interface InputReader extends AutoCloseable {
  /** The next step; null at the end. What cannot be read is a step too. */
  @Nullable Step next();

  /** Whether the next step can be had without waiting for somebody to write it. */
  boolean isReady();

  @Override
  void close();
}
