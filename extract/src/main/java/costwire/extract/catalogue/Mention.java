package costwire.extract.catalogue;

import opennlp.tools.util.Span;

/** A catalogue entry named in a sentence. */
public final class Mention extends Span {
  private static final long serialVersionUID = 1;

  private final transient Named entry;
  private final boolean weak;

  /**
   * @param weak whether the name alone is not enough
   */
  public Mention(int from, int to, Named entry, boolean weak) {
    super(from, to, type(entry), weak ? 0.5 : 1.0);
    this.entry = entry;
    this.weak = weak;
  }

  private static String type(Named entry) {
    return entry.getClass().getSimpleName();
  }

  public Named entry() {
    return entry;
  }

  /** Whether the name alone is not enough. */
  public boolean isWeak() {
    return weak;
  }
}
