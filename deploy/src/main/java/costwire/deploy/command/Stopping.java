package costwire.deploy.command;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C and its kin: what runs is closed in its order, and nothing is lost. */
final class Stopping {
  private Stopping() {}

  /** Closes what is given when the process is told to stop. */
  static void onSignal(AutoCloseable running) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    running.close();
                  } catch (Exception e) {
                    System.err.println("costwire: did not stop cleanly: " + e.getMessage());
                  }
                },
                "stopping"));
  }

  /** Waits for the signal. */
  static int await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
