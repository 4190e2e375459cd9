package costwire.deploy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration being put together: what the file says, then what the command line says. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
public final class ConfigDraft {
  private static final long MAX_BYTES = 1 << 20;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  public @Nullable List<URI> feeds;
  public @Nullable Boolean starter;
  public @Nullable List<String> roles;
  public @Nullable String data;
  public @Nullable String bind;
  public @Nullable Integer port;
  public @Nullable String token;
  public @Nullable List<String> cors;
  public @Nullable TlsDraft tls;
  public KafkaDraft kafka = new KafkaDraft();
  public RetentionDraft retentionDays = new RetentionDraft();
  public @Nullable String contact;
  public @Nullable List<String> allowedHosts;
  public @Nullable Integer pollMinutes;
  public @Nullable Integer alertPercent;
  public @Nullable Integer threads;
  public @Nullable String rates;
  public @Nullable String prices;
  public @Nullable Integer monitorPort;
  public @Nullable WebSubDraft websub;
  public @Nullable SmtpDraft smtp;
  public @Nullable URI publicUrl;

  /** {@link PublicAddress}, in the making; refused where it stands, to be told its line. */
  public static final class WebSubDraft {
    private @Nullable URI callback;
    private @Nullable String secret;

    public void setCallback(URI value) {
      callback = new PublicAddress(value, null).callback();
    }

    public void setSecret(String value) {
      secret = new PublicAddress(URI.create("https://localhost/"), value).secret();
    }

    @SuppressWarnings("NullAway") // one without an address is refused like one with a wrong one
    private PublicAddress address() {
      return new PublicAddress(callback, secret);
    }
  }

  /** {@link SmtpSettings}, in the making. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
  public static final class SmtpDraft {
    public @Nullable String host;
    public @Nullable Integer port;
    public @Nullable String user;
    public @Nullable String password;
    public @Nullable String from;
    public @Nullable String tls;

    private SmtpSettings settings() {
      if (host == null || from == null) {
        throw new IllegalArgumentException("smtp must have a host and a from");
      }
      SmtpSettings.Security security =
          tls == null ? SmtpSettings.Security.STARTTLS : SmtpSettings.Security.of(tls);
      return new SmtpSettings(host, or(port, security.port()), user, password, from, security);
    }
  }

  /** {@link Tls}, in the making. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
  public static final class TlsDraft {
    public @Nullable String certificate;
    public @Nullable String key;

    private Tls tls() {
      if (certificate == null || key == null) {
        throw new IllegalArgumentException("tls must have a certificate and a key, both files");
      }
      return new Tls(Path.of(certificate), Path.of(key));
    }
  }

  /** {@link Config.Kafka}, in the making. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
  public static final class KafkaDraft {
    public @Nullable String bootstrapServers;
    public @Nullable Integer port;
    public @Nullable String groupProtocol;
    public @Nullable Map<String, String> client;
  }

  /** {@link Config.RetentionDays}, in the making. */
  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.PUBLIC_ONLY)
  public static final class RetentionDraft {
    public @Nullable Integer articles;
    public @Nullable Integer claims;
    public @Nullable Integer deadLetters;
  }

  /**
   * What a file says.
   *
   * @throws Refusal naming the file and the place in it where it cannot be read
   */
  public static ConfigDraft read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Refusal.wrong(file + ": there is no such file");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw Refusal.wrong(file + ": longer than a configuration can be (1 MiB)");
      }
      byte[] yaml = Files.readAllBytes(file);
      if (MAPPER.readTree(yaml).isMissingNode()) {
        return new ConfigDraft();
      }
      ConfigDraft draft = MAPPER.readValue(yaml, ConfigDraft.class);
      draft.refuseNulls(file);
      return draft;
    } catch (JsonProcessingException e) {
      throw Refusal.wrong(file + place(e) + ": " + reason(e), e);
    } catch (IOException e) {
      throw Refusal.wrong(file + ": cannot be read", e);
    }
  }

  /**
   * The whole configuration, defaults where nothing was said.
   *
   * @throws Refusal if a value is out of its range
   */
  public Config config() {
    Config standard = Config.standard();
    try {
      return new Config(
          or(feeds, standard.feeds()),
          or(starter, standard.starter()),
          roles == null ? standard.roles() : roles(roles),
          data == null ? standard.data() : Path.of(data),
          new HttpSettings(
              or(bind, standard.http().bind()),
              or(port, standard.http().port()),
              token,
              or(cors, standard.http().cors()),
              tls == null ? null : tls.tls()),
          new Config.Kafka(
              kafka.bootstrapServers,
              or(kafka.port, standard.kafka().port()),
              kafka.groupProtocol,
              or(kafka.client, standard.kafka().client())),
          new Config.RetentionDays(
              or(retentionDays.articles, standard.retentionDays().articles()),
              or(retentionDays.claims, standard.retentionDays().claims()),
              or(retentionDays.deadLetters, standard.retentionDays().deadLetters())),
          contact,
          or(allowedHosts, standard.allowedHosts()),
          or(pollMinutes, standard.pollMinutes()),
          or(alertPercent, standard.alertPercent()),
          or(threads, standard.threads()),
          rates == null ? null : Path.of(rates),
          prices == null ? null : Path.of(prices),
          monitorPort,
          websub == null ? null : websub.address(),
          smtp == null ? null : smtp.settings(),
          publicUrl);
    } catch (IllegalArgumentException e) {
      throw Refusal.wrong("configuration: " + e.getMessage(), e);
    }
  }

  private static Set<Role> roles(List<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    names.forEach(name -> roles.add(Role.of(name)));
    return roles;
  }

  private static <T> T or(@Nullable T said, T otherwise) {
    return said == null ? otherwise : said;
  }

  private void refuseNulls(Path file) {
    boolean holes =
        (feeds != null && feeds.contains(null))
            || (roles != null && roles.contains(null))
            || (cors != null && cors.contains(null))
            || (allowedHosts != null && allowedHosts.contains(null));
    if (holes || kafka == null || retentionDays == null) {
      throw Refusal.wrong(file + ": an entry is empty");
    }
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown key " + JsonFault.unknown(unknown);
    }
    if (e instanceof MismatchedInputException wrong) {
      String what =
          e instanceof InvalidFormatException bad
              ? "cannot be '" + bad.getValue() + "'"
              : "has the wrong kind of value";
      String wanted = JsonFault.wanted(wrong);
      return "'" + JsonFault.path(wrong) + "' " + what + "; " + wanted + " is wanted";
    }
    if (e.getCause() instanceof IllegalArgumentException refusal) {
      return String.valueOf(refusal.getMessage());
    }
    return "not YAML: " + e.getOriginalMessage().lines().findFirst().orElse("");
  }
}
