package costwire.extract.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that may own compute, or speak about it.
 *
 * @param name canonical, in English
 * @param parent canonical name of the one it belongs to; null if to none
 * @param since the year since which it does
 */
public record Organisation(
    String name,
    Kind kind,
    @Nullable String country,
    @Nullable String city,
    @Nullable String parent,
    @Nullable Integer since,
    @Nullable List<String> names,
    @Nullable List<String> weak)
    implements Named {
  /** What it is; the last three speak of others' compute more often than of their own. */
  public enum Kind {
    @JsonProperty("lab")
    LAB,
    @JsonProperty("company")
    COMPANY,
    @JsonProperty("chipmaker")
    CHIPMAKER,
    @JsonProperty("cloud")
    CLOUD,
    @JsonProperty("telecom")
    TELECOM,
    @JsonProperty("bank")
    BANK,
    @JsonProperty("fund")
    FUND,
    @JsonProperty("university")
    UNIVERSITY,
    @JsonProperty("institute")
    INSTITUTE,
    @JsonProperty("computing-centre")
    COMPUTING_CENTRE,
    @JsonProperty("outlet")
    OUTLET,
    @JsonProperty("analyst")
    ANALYST,
    @JsonProperty("authority")
    AUTHORITY
  }

  /** Whether it is likelier the source of a figure than the owner of the compute. */
  public boolean isSource() {
    return kind == Kind.OUTLET || kind == Kind.ANALYST;
  }
}
