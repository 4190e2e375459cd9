package costwire.deploy.command;

import costwire.deploy.Cluster;
import costwire.deploy.Config;
import costwire.deploy.Provision;
import costwire.deploy.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire topics}. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Creates the topics on a cluster, or checks those that are there.")
final class Topics implements Callable<Integer> {
  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  @Option(names = "--dry-run", description = "Change nothing, only tell.")
  boolean dryRun;

  @Option(
      names = "--alter",
      description = "Set what differs from the declaration; without it, differences are only told.")
  boolean alter;

  private final Console console;

  Topics(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (dryRun && alter) {
      throw Refusal.wrong("--dry-run changes nothing and --alter does: choose one");
    }
    Config config = cluster.config();
    Provision.Mode mode =
        dryRun ? Provision.Mode.LOOK : alter ? Provision.Mode.SET : Provision.Mode.CREATE;
    Cluster reached = cluster.reached(config);
    try (Admin admin = reached.admin()) {
      List<Provision.Finding> findings = new Provision(config.retentionDays()).visit(admin, mode);
      findings.forEach(
          finding ->
              console.out().printf(Locale.ROOT, "%-24s %s%n", finding.topic(), finding.state()));
      return dryRun || findings.stream().allMatch(Provision.Finding::right) ? 0 : Refusal.FAILED;
    }
  }
}
