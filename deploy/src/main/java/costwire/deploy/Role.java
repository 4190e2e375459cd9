package costwire.deploy;

import java.util.Locale;

/** What a process does; the stages scale out by giving processes different roles. */
public enum Role {
  INGEST,
  EXTRACT,
  AGGREGATE,
  SERVE;

  /** As users write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role that users write so.
   *
   * @throws IllegalArgumentException if there is no such role
   */
  public static Role of(String text) {
    for (Role role : values()) {
      if (role.toString().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "no role '" + text + "'; the roles are ingest, extract, aggregate and serve");
  }
}
