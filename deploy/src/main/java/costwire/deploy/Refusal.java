package costwire.deploy;

/**
 * Why a command ends without having done its work: one line for the reader, and the exit status it
 * ends with.
 */
public final class Refusal extends RuntimeException {
  /** The user asked for what cannot be: wrong usage or configuration. */
  public static final int WRONG = 2;

  /** What was asked for is right, and did not succeed. */
  public static final int FAILED = 1;

  private final int status;

  private Refusal(int status, String line, Throwable cause) {
    super(line, cause);
    this.status = status;
  }

  private Refusal(int status, String line) {
    super(line);
    this.status = status;
  }

  public static Refusal wrong(String line) {
    return new Refusal(WRONG, line);
  }

  public static Refusal wrong(String line, Throwable cause) {
    return new Refusal(WRONG, line, cause);
  }

  public static Refusal failed(String line) {
    return new Refusal(FAILED, line);
  }

  public static Refusal failed(String line, Throwable cause) {
    return new Refusal(FAILED, line, cause);
  }

  public int status() {
    return status;
  }
}
