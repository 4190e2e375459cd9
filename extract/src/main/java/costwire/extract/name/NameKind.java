package costwire.extract.name;

/** What a name in no catalogue stands for. */
public enum NameKind {
  ORGANISATION,
  PERSON,
  MODEL,
  MACHINE,
  /** A place, a title, a word that only looks like a name. */
  NONE
}
