package costwire.deploy.measure;

import costwire.deploy.Refusal;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Files and connections that the system lets a process have open. */
final class OpenFiles {
  /** Archives, and what the JVM has open for itself. */
  private static final int OTHERS = 300;

  private OpenFiles() {}

  /**
   * @throws Refusal if a process may not have so many connections
   */
  static void require(int connections) {
    require(connections, most());
  }

  static void require(int connections, long most) {
    if (most < connections + OTHERS) {
      throw Refusal.failed(
          connections
              + " clients need "
              + (connections + OTHERS)
              + " open files in each process, and the system allows "
              + most
              + ": raise it (ulimit -n), or say fewer --clients");
    }
  }

  /** A bean that only Unix has: elsewhere there is no such limit. */
  private static long most() {
    try {
      return (long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName("java.lang:type=OperatingSystem"), "MaxFileDescriptorCount");
    } catch (JMException e) {
      return Long.MAX_VALUE;
    }
  }
}
