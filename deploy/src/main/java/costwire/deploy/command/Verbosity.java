package costwire.deploy.command;

import picocli.CommandLine.Option;

/** The option of every command; {@link costwire.deploy.Costwire} acts on it. */
final class Verbosity {
  @Option(
      names = "--verbose",
      description = "Tell more on stderr, and show where an error comes from.")
  boolean verbose;
}
