package costwire.deploy.command;

import costwire.deploy.Refusal;
import costwire.extract.Evaluation;
import costwire.extract.Extractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code costwire evaluate}. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tells precision, recall and F1 on annotated articles, by language and measure.")
final class Evaluate implements Callable<Integer> {
  @Parameters(
      paramLabel = "GOLD.jsonl",
      arity = "1..*",
      description = "Articles with the claims that stand in them.")
  List<Path> gold = List.of();

  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Evaluate(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    for (Path file : gold) {
      if (!Files.isReadable(file)) {
        throw Refusal.wrong(file + ": there is no such file");
      }
    }
    try {
      console.out().println(Evaluation.of(gold, Extractor.standard()));
      return 0;
    } catch (IOException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }
}
