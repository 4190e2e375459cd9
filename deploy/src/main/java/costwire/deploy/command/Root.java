package costwire.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import costwire.deploy.Refusal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line as a whole. */
@Command(
    name = "costwire",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = "News claims on the cost of AI compute, extracted, weighed and streamed.",
    footer = {
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage or configuration.",
      "costwire COMMAND --help tells more about each command."
    })
public final class Root implements Callable<Integer> {
  private static final int MAX_REASON = 300;

  private static final Map<String, Function<Console, Callable<Integer>>> COMMANDS =
      new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", Demo::new);
    COMMANDS.put("run", Run::new);
    COMMANDS.put("extract", Extract::new);
    COMMANDS.put("estimate", Estimate::new);
    COMMANDS.put("fetch", Fetch::new);
    COMMANDS.put("backfill", Backfill::new);
    COMMANDS.put("topics", Topics::new);
    COMMANDS.put("replay", Replay::new);
    COMMANDS.put("subscribe", Subscribe::new);
    COMMANDS.put("subscriptions", SubscriptionList::new);
    COMMANDS.put("unsubscribe", Unsubscribe::new);
    COMMANDS.put("redeliver", Redeliver::new);
    COMMANDS.put("evaluate", Evaluate::new);
    COMMANDS.put("train", Train::new);
    COMMANDS.put("soak", SoakCommand::new);
    COMMANDS.put("measure", MeasureCommand::new);
    COMMANDS.put("rehearse", RehearseCommand::new);
  }

  private Root() {}

  /** No command: told how, as wrong usage. */
  @Override
  public Integer call() {
    throw Refusal.wrong("no command; costwire --help lists them");
  }

  /**
   * Runs what the arguments say.
   *
   * @return the exit status
   */
  public static int execute(String[] arguments, PrintStream out, PrintStream err) {
    boolean verbose = Arrays.asList(arguments).contains("--verbose");
    CommandLine line = line(arguments, new Console(System.in, out, err));
    line.setOut(new PrintWriter(out, true, UTF_8));
    line.setErr(new PrintWriter(err, true, UTF_8));
    line.setParameterExceptionHandler(
        (e, given) -> {
          err.println(name(e.getCommandLine()) + ": " + oneLine(e) + hint(e));
          return Refusal.WRONG;
        });
    line.setExecutionExceptionHandler(
        (e, given, result) -> {
          err.println(name(given) + ": " + (e instanceof Refusal ? e.getMessage() : unforeseen(e)));
          if (verbose) {
            e.printStackTrace(err);
          }
          return e instanceof Refusal refusal ? refusal.status() : Refusal.FAILED;
        });
    return line.execute(arguments);
  }

  /** Only the command that is asked for is built: a short one should not wait for the others. */
  private static CommandLine line(String[] arguments, Console console) {
    CommandLine line = new CommandLine(new Root());
    List<String> wanted =
        arguments.length > 0 && COMMANDS.containsKey(arguments[0])
            ? List.of(arguments[0])
            : List.copyOf(COMMANDS.keySet());
    COMMANDS.forEach(
        (name, command) -> {
          if (wanted.contains(name)) {
            line.addSubcommand(name, command.apply(console));
          }
        });
    return line;
  }

  private static String name(CommandLine line) {
    return line.getCommandSpec().qualifiedName();
  }

  private static String oneLine(ParameterException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  private static String hint(ParameterException e) {
    return " (" + name(e.getCommandLine()) + " --help shows how)";
  }

  private static String unforeseen(Exception e) {
    String line = e.toString().lines().findFirst().orElse("");
    String brief = line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…";
    return "unforeseen: " + brief + " (--verbose shows where)";
  }
}
