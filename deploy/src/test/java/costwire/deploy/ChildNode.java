package costwire.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Costwire in a process of its own, so that it can be killed. */
final class ChildNode {
  private ChildNode() {}

  /** Starts roles, {@code serve} among them, on a data folder; returns when they are started. */
  static Process start(Path data, int kafkaPort, String roles) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String own = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-Xmx768m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", own),
                    "costwire.deploy.Costwire",
                    "run",
                    "--roles=" + roles,
                    "--port=0",
                    "--data=" + data,
                    "--kafka-port=" + kafkaPort))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith("Dashboard: ")) {
      process.destroyForcibly();
      throw new IOException("it did not start: " + line);
    }
    return process;
  }
}
