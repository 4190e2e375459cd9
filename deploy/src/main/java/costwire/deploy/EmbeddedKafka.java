package costwire.deploy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real single-node Kafka broker and controller in this JVM, on the loopback address. What it
 * stores is kept in a {@link DataDirectory} and found again at the next start.
 */
public final class EmbeddedKafka implements AutoCloseable {
  private final KafkaNode node;
  private final int port;

  private EmbeddedKafka(KafkaNode node, int port) {
    this.node = node;
    this.port = port;
  }

  /**
   * Starts the broker; returns when it takes requests.
   *
   * @param port to listen on; 0 for any that is free
   * @throws Refusal if the port is in use or the data are of another cluster
   */
  public static EmbeddedKafka start(DataDirectory data, int port) {
    int listening = port == 0 ? Ports.free() : port;
    Ports.refuseBusy("127.0.0.1", listening, "the embedded Kafka broker");
    Properties settings = BrokerSettings.of(data.kafka(), listening, Ports.freeBeside(listening));
    try {
      format(data.kafka(), clusterId(data));
      tellOfDeath();
      KafkaNode node = new KafkaNode(KafkaConfig.fromProps(settings, false));
      node.start();
      return new EmbeddedKafka(node, listening);
    } catch (Refusal e) {
      throw e;
    } catch (Exception e) {
      throw Refusal.failed("the embedded Kafka broker did not start: " + reason(e), e);
    }
  }

  /** A broker that cannot go on ends its process: not without a word. */
  private static void tellOfDeath() {
    Exit.Procedure procedure =
        (status, message) -> {
          String why = message == null ? "--verbose shows why" : message;
          System.err.println("costwire: the embedded Kafka broker cannot go on: " + why);
          Runtime.getRuntime().halt(Refusal.FAILED);
        };
    Exit.setExitProcedure(procedure);
    Exit.setHaltProcedure(procedure);
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Writes everything out and stops. */
  @Override
  public void close() {
    node.close();
  }

  /** Formats a folder once; refuses one that is formatted for another cluster. */
  private static void format(Path log, String clusterId) throws Exception {
    Path meta = log.resolve("meta.properties");
    if (Files.exists(meta)) {
      Properties found = new Properties();
      try (var reader = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
        found.load(reader);
      }
      if (!clusterId.equals(found.getProperty("cluster.id"))) {
        throw Refusal.wrong(
            log + " holds the data of another Kafka cluster (" + found.get("cluster.id") + ")");
      }
      return;
    }
    // Without its meta.properties no broker ever wrote here: left over from an interrupted start.
    Folders.delete(log);
    Files.createDirectories(log);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(clusterId)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(log.toString())
        .addDirectory(log.toString())
        .setFeatureLevel("transaction.version", (short) 2)
        .run();
  }

  /** The same for a folder for ever, so that a log copied in from elsewhere is noticed. */
  private static String clusterId(DataDirectory data) {
    UUID id = UUID.fromString(data.id());
    return new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits()).toString();
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
