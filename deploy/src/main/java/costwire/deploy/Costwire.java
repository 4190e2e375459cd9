package costwire.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.command.Root;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Arrays;

/** The way in from the command line. */
public final class Costwire {
  private Costwire() {}

  @SuppressWarnings("DefaultCharset") // the opposite: both streams are UTF-8 whatever the locale
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.setOut(out);
    System.setErr(err);
    if (Arrays.asList(arguments).contains("--verbose")) {
      // Before the first logger is made; it reads these.
      System.setProperty("costwire.log", "INFO");
      System.setProperty("costwire.log.kafka", "WARN");
    }
    int status = Root.execute(arguments, out, err);
    out.flush();
    System.exit(status);
  }
}
