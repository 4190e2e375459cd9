package costwire.ingest;

/** Something from outside that cannot be read. The message is one line for the user. */
public class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String reason) {
    super(reason);
  }
}
