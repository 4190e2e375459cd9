package costwire.ingest;

/** A page that its publisher wants in no index: as good as withdrawn. */
public final class UnlistedException extends UnreadableException {
  private static final long serialVersionUID = 1L;

  public UnlistedException(String reason) {
    super(reason);
  }
}
