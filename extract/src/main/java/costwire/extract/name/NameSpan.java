package costwire.extract.name;

import opennlp.tools.util.Span;

/** Tokens that are a name. */
public final class NameSpan extends Span {
  private static final long serialVersionUID = 1;

  private final NameKind kind;
  private final String name;

  /**
   * @param name canonical
   */
  public NameSpan(int from, int to, NameKind kind, String name) {
    super(from, to, kind.name());
    this.kind = kind;
    this.name = name;
  }

  public String name() {
    return name;
  }

  public NameKind kind() {
    return kind;
  }
}
