package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.extract.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code costwire train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Learns the extractor's models anew from a corpus of annotated articles.")
final class Train implements Callable<Integer> {
  @Parameters(
      paramLabel = "CORPUS",
      arity = "1..*",
      description = "Folders of <language>.jsonl; articles of the part test are left out.")
  List<Path> corpora = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the models go: extract/src/main/resources/model in a working copy.")
  Path folder = Path.of(".");

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Train(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (Path corpus : corpora) {
      if (!Files.isDirectory(corpus)) {
        throw Refusal.wrong(corpus + ": there is no such folder");
      }
    }
    try {
      Models.learn(corpora, folder)
          .forEach((name, bytes) -> console.out().println(name + ": " + bytes + " bytes"));
      return 0;
    } catch (IOException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }
}
