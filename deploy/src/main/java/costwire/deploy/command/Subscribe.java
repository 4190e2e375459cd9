package costwire.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import costwire.deploy.Config;
import costwire.deploy.Refusal;
import costwire.deploy.notify.Deliver;
import costwire.deploy.notify.Notify;
import costwire.deploy.notify.Pace.Quiet;
import costwire.deploy.notify.Redacted;
import costwire.deploy.notify.Subscription;
import costwire.deploy.notify.SubscriptionDesk;
import costwire.deploy.notify.SubscriptionDraft;
import costwire.ingest.Courier;
import costwire.stream.Json;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code costwire subscribe}. */
@Command(
    name = "subscribe",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Has a webhook, a mailbox or a feed told of alerts from now on.",
      "Writes the subscription as JSON, with its secret, which is shown this once."
    })
final class Subscribe implements Callable<Integer> {
  private static final Pattern QUIET = Pattern.compile("([^-@]+)-([^-@]+)@(.+)");

  @Option(names = "--name", paramLabel = "TEXT", description = "What to call it.")
  @Nullable String name;

  @Option(
      names = "--company",
      paramLabel = "ID",
      split = ",",
      description = "Companies such as deepseek, known yet or not; default: all.")
  @Nullable List<String> companies;

  @Option(
      names = "--kind",
      split = ",",
      description = {
        "Kinds of alerts: claim-retracted, new-claim, estimate-moved, threshold-crossed,",
        "dispute-opened, dispute-settled; default: all."
      })
  @Nullable List<String> kinds;

  @Option(
      names = "--scope",
      split = ",",
      description = {
        "Scopes of lines: training-run, development, hardware, infrastructure, operation,",
        "unspecified; default: all."
      })
  @Nullable List<String> scopes;

  @Option(
      names = "--by-percent",
      paramLabel = "N",
      description = "Only estimates that moved by so much.")
  @Nullable Integer byPercent;

  @Option(
      names = "--above-usd",
      paramLabel = "USD",
      description = "Only lines whose median is at least this, before or after.")
  @Nullable BigDecimal aboveUsd;

  @Option(
      names = "--below-usd",
      paramLabel = "USD",
      description = "Only lines whose median is at most this, before or after.")
  @Nullable BigDecimal belowUsd;

  @Option(
      names = "--group-seconds",
      paramLabel = "N",
      description = "Alerts on a company within so long are one message; default: 60.")
  @Nullable Integer groupSeconds;

  @Option(
      names = "--least-minutes",
      paramLabel = "N",
      description = "Between two messages, at least; default: 0.")
  @Nullable Integer leastMinutes;

  @Option(
      names = "--quiet",
      paramLabel = "FROM-UNTIL@ZONE",
      description = "Hours of rest such as 22:00-07:00@Europe/Athens.")
  @Nullable String quiet;

  @Option(names = "--webhook", paramLabel = "URL", description = "Post it there, signed.")
  @Nullable String webhook;

  @Option(
      names = "--secret",
      description = "Signs the posts: whsec_ or whsk_ and base64; default: a new one.")
  @Nullable String secret;

  @Option(
      names = "--format",
      converter = Formats.class,
      description = "What the webhook understands: standard, slack, discord or ntfy.")
  Deliver.@Nullable Format format;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "Mail it there.")
  @Nullable String email;

  @Option(
      names = "--digest",
      converter = Digests.class,
      description = "All of an hour or day in one mail: hourly, daily.")
  Deliver.@Nullable Digest digest;

  @Option(names = "--feed", description = "Send nothing: /alerts.atom?subscription=ID has it.")
  boolean feed;

  @Mixin ClusterOptions cluster = new ClusterOptions();
  @Mixin Verbosity verbosity = new Verbosity();

  private final Console console;

  Subscribe(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    Config config = cluster.config();
    Subscription subscription = wanted(clock);
    requireReachable(config, subscription);
    SubscriptionTopics topics = SubscriptionTopics.of(cluster.reached(config));
    topics.write(desk -> desk.put(subscription));
    console.out().println(json(Redacted.ofNew(subscription)));
    console.err().println(subscription.id() + " is told from now on");
    return 0;
  }

  private Subscription wanted(Clock clock) {
    try {
      SubscriptionDraft draft =
          new SubscriptionDraft(
              name,
              companies,
              kinds,
              scopes,
              byPercent,
              aboveUsd,
              belowUsd,
              new SubscriptionDraft.PaceDraft(groupSeconds, leastMinutes, rest()),
              way());
      return draft.subscription(SubscriptionDesk.newId(), null, clock.instant());
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong(String.valueOf(e.getMessage()), e);
    }
  }

  private @Nullable Quiet rest() {
    if (quiet == null) {
      return null;
    }
    Matcher parts = QUIET.matcher(quiet);
    if (!parts.matches()) {
      throw Refusal.wrong("--quiet must be such as 22:00-07:00@Europe/Athens");
    }
    return new Quiet(parts.group(1), parts.group(2), parts.group(3));
  }

  private SubscriptionDraft.DeliverDraft way() {
    int ways = (webhook == null ? 0 : 1) + (email == null ? 0 : 1) + (feed ? 1 : 0);
    if (ways != 1) {
      throw Refusal.wrong("say one of --webhook URL, --email ADDRESS and --feed");
    }
    if (webhook == null && (secret != null || format != null)) {
      throw Refusal.wrong("--secret and --format go with --webhook");
    }
    if (email == null && digest != null) {
      throw Refusal.wrong("--digest goes with --email");
    }
    return new SubscriptionDraft.DeliverDraft(
        webhook == null ? null : new SubscriptionDraft.WebhookDraft(webhook, secret, null, format),
        email == null ? null : new SubscriptionDraft.EmailDraft(email, digest),
        feed ? new Deliver.Feed() : null);
  }

  private void requireReachable(Config config, Subscription subscription) {
    // Without its configuration, the system alone knows whether it sends mail.
    boolean mails = cluster.file == null || config.smtp() != null;
    try (Courier courier = Courier.open(Set.copyOf(config.allowedHosts()), Notify.TIMEOUT)) {
      String why = Notify.refusal(subscription, courier, mails);
      if (why != null) {
        throw Refusal.wrong(why);
      }
    }
  }

  private static final class Formats extends JsonWord<Deliver.Format> {
    Formats() {
      super(Deliver.Format.class);
    }
  }

  private static final class Digests extends JsonWord<Deliver.Digest> {
    Digests() {
      super(Deliver.Digest.class);
    }
  }

  private static String json(Subscription subscription) {
    try {
      return Json.mapper().writeValueAsString(subscription);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
