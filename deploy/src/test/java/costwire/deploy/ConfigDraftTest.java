package costwire.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import costwire.ingest.Feed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigDraftTest {
  @TempDir Path folder;

  @Test
  void readsEveryKey() throws IOException {
    Config config =
        read(
            """
            feeds: [https://news.example/feed.xml]
            starter: true
            token: correct-horse-battery
            roles: [ingest, serve]
            data: kept
            bind: 0.0.0.0
            port: 80
            kafka:
              bootstrapServers: broker:9092
              port: 19092
              groupProtocol: classic
              client: {security.protocol: SASL_SSL}
            retentionDays: {articles: 7, claims: 8, deadLetters: 9}
            contact: editor@outlet.example
            allowedHosts: ["10.0.0.7:80"]
            pollMinutes: 15
            alertPercent: 25
            threads: 3
            websub: {callback: https://public.example/desk, secret: a-secret-of-us-all}
            """);
    assertThat(config.feeds()).containsExactly(URI.create("https://news.example/feed.xml"));
    assertThat(config.starter()).isTrue();
    assertThat(config.token()).isEqualTo("correct-horse-battery");
    assertThat(config.roles()).containsExactlyInAnyOrder(Role.INGEST, Role.SERVE);
    assertThat(config.data()).isEqualTo(Path.of("kept"));
    assertThat(config.bind()).isEqualTo("0.0.0.0");
    assertThat(config.port()).isEqualTo(80);
    assertThat(config.kafka().bootstrapServers()).isEqualTo("broker:9092");
    assertThat(config.kafka().client()).containsEntry("security.protocol", "SASL_SSL");
    assertThat(config.retentionDays()).isEqualTo(new Config.RetentionDays(7, 8, 9));
    assertThat(config.contact()).isEqualTo("editor@outlet.example");
    assertThat(config.allowedHosts()).containsExactly("10.0.0.7:80");
    assertThat(config.feedsToFollow())
        .startsWith(Feed.of("https://news.example/feed.xml").every(Duration.ofMinutes(15)))
        .hasSize(1 + Starter.feeds().size());
    assertThat(config.alertPercent()).isEqualTo(25);
    assertThat(config.threads()).isEqualTo(3);
    assertThat(config.websub())
        .isEqualTo(
            new PublicAddress(URI.create("https://public.example/desk/"), "a-secret-of-us-all"));
  }

  @Test
  void isAllDefaultsWhereTheFileIsEmpty() throws IOException {
    assertThat(read("# nothing yet\n")).isEqualTo(Config.standard());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prot: 8080               | :1:      unknown key 'prot'
          port: lots               | :1:      'port' has the wrong kind of value; a whole number is wanted
          port: 70000              |          port must be between 0 and 65535
          port: 80.5               | :1:      'port'
          feeds: 7                 | :1:      'feeds'
          feeds: [ftp://a.example] |          feeds must be http or https addresses
          token: short             |          token must be 16 to 200 letters
          starter: perhaps         | :1:      'starter' has the wrong kind of value; true or false is wanted
          feeds: [~]               |          an entry is empty
          kafka: broker:9092       | :1:      'kafka'
          kafka: {sevrers: a}      | :1:      unknown key 'kafka.sevrers'
          roles: [cook]            |          no role 'cook'
          roles: []                |          roles must be at least one
          pollMinutes: 0           |          pollMinutes must be between 1 and 1440
          alertPercent: 2          |          alertPercent must be between 3 and 1000
          retentionDays: {claims: 0} |        retentionDays must be between
          websub: {callback: "http://public.example/"} | :1:  websub.callback must be an https address
          websub: {callback: "https://u@public.example/"} | :1:  websub.callback must be an https address
          websub: {callback: "https://public.example/?a"} | :1:  websub.callback must be an https address
          websub: {callback: ~}    | :1:      websub.callback must be an https address
          websub: {}               |          websub.callback must be an https address
          websub: {secret: short}  | :1:      websub.secret must be 16 to 200 letters
          port: [1                 | :        not YAML
          just words               | :1:
          """)
  void saysInALineWhatIsWrongAndWhere(String yaml, String wanted) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(Refusal.WRONG))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1))
        .satisfies(e -> assertThat(e.getMessage()).contains(wanted.strip().split(" {2,}")));
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:8080", "http://localhost/", "'http://[::1]:80/'"})
  void aLoopbackAddressNeedsNoTls(String callback) throws IOException {
    Config config = read("websub: {callback: \"" + callback + "\"}");
    assertThat(String.valueOf(config.websub())).startsWith(callback).endsWith("/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"roles: [serve]", "roles: [ingest, extract]", "kafka: {bootstrapServers: 'a:9092'}"})
  void processesThatShareAClusterMustShareASecret(String other) throws IOException {
    String address = other + "\nwebsub: {callback: https://public.example/";
    assertThatThrownBy(() -> read(address + "}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("websub.secret must be set");
    assertThat(read(address + ", secret: a-secret-of-us-all}").websub()).isNotNull();
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ConfigDraft.read(folder.resolve("none.yaml")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no such file");
  }

  private Config read(String yaml) throws IOException {
    return ConfigDraft.read(Files.writeString(folder.resolve("costwire.yaml"), yaml)).config();
  }
}
