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
            monitorPort: 9464
            cors: ["https://desk.example", "http://localhost:3000"]
            tls: {certificate: chain.pem, key: key.pem}
            websub: {callback: https://public.example/desk, secret: a-secret-of-us-all}
            smtp: {host: mail.example, user: desk, password: word, from: Desk <a@x.example>, tls: implicit}
            publicUrl: https://public.example/desk
            """);
    assertThat(config.feeds()).containsExactly(URI.create("https://news.example/feed.xml"));
    assertThat(config.starter()).isTrue();
    assertThat(config.http().token()).isEqualTo("correct-horse-battery");
    assertThat(config.roles()).containsExactlyInAnyOrder(Role.INGEST, Role.SERVE);
    assertThat(config.data()).isEqualTo(Path.of("kept"));
    assertThat(config.http().bind()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(80);
    assertThat(config.http().cors())
        .containsExactly("https://desk.example", "http://localhost:3000");
    assertThat(config.http().tls()).isEqualTo(new Tls(Path.of("chain.pem"), Path.of("key.pem")));
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
    assertThat(config.monitorPort()).isEqualTo(9464);
    assertThat(config.websub())
        .isEqualTo(
            new PublicAddress(URI.create("https://public.example/desk/"), "a-secret-of-us-all"));
    assertThat(config.smtp())
        .isEqualTo(
            new SmtpSettings(
                "mail.example",
                465,
                "desk",
                "word",
                "Desk <a@x.example>",
                SmtpSettings.Security.IMPLICIT));
    assertThat(String.valueOf(config)).doesNotContain("password", "word,");
    assertThat(config.publicUrl()).isEqualTo(URI.create("https://public.example/desk/"));
  }

  @ParameterizedTest
  @CsvSource({"starttls, 587", "implicit, 465", "none, 25"})
  void mailHasItsUsualPorts(String tls, int port) throws IOException {
    Config config = read("smtp: {host: mail.example, from: a@x.example, tls: " + tls + "}");
    assertThat(config.smtp()).extracting(SmtpSettings::port).isEqualTo(port);
  }

  @Test
  void mailIsNotSentInTheClearUnlessItIsToldTo() throws IOException {
    assertThat(read("smtp: {host: mail.example, from: a@x.example}").smtp())
        .extracting(SmtpSettings::tls)
        .isEqualTo(SmtpSettings.Security.STARTTLS);
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
          monitorPort: 70000       |          monitorPort must be between 0 and 65535
          pollMinutes: 0           |          pollMinutes must be between 1 and 1440
          alertPercent: 2          |          alertPercent must be between 3 and 1000
          retentionDays: {claims: 0} |        retentionDays must be between
          websub: {callback: "http://public.example/"} | :1:  websub.callback must be an https address
          websub: {callback: "https://u@public.example/"} | :1:  websub.callback must be an https address
          websub: {callback: "https://public.example/?a"} | :1:  websub.callback must be an https address
          websub: {callback: ~}    | :1:      websub.callback must be an https address
          cors: ["*"]              |          cors must be origins such as
          cors: ["https://a.example/"] |      cors must be origins such as
          cors: [~]                |          an entry is empty
          tls: {key: a.pem}        |          tls must have a certificate and a key
          tls: {cert: a.pem}       | :1:      unknown key 'tls.cert'
          websub: {}               |          websub.callback must be an https address
          websub: {secret: short}  | :1:      websub.secret must be 16 to 200 letters
          smtp: {host: a.example}  |          smtp must have a host and a from
          smtp: {hots: a.example}  | :1:      unknown key 'smtp.hots'
          smtp: {host: a b, from: a@x.example} |   smtp.host must be a host's name
          smtp: {host: a.example, from: nobody} |  smtp.from must be a mail address
          smtp: {host: a.example, from: "a@x.example\\r\\nBcc: b@x.example"} | smtp.from must be a mail address
          smtp: {host: a.example, from: a@x.example, port: 0} | smtp.port must be from 1
          smtp: {host: a.example, from: a@x.example, tls: maybe} | smtp.tls must be starttls, implicit or none
          smtp: {host: a.example, from: a@x.example, user: a} | smtp.user and smtp.password must be there
          publicUrl: http://public.example/ |  publicUrl must be an https address
          publicUrl: "https://public.example/?a" |  publicUrl must be an https address
          publicUrl: "https://u@public.example/" |  publicUrl must be an https address
          publicUrl: 7             |          publicUrl must be an https address
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
