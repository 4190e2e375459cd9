package costwire.extract.claim;

import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a sentence who may own compute or speak of it.
 *
 * @param span tokens
 * @param name canonical, or as written for one in no catalogue
 * @param role what it is
 * @param of for a person, the organisation; null if unknown or not a person
 */
record Party(Span span, String name, Role role, @Nullable String of) {
  /** Who may own compute, and who mostly speaks of others'. */
  enum Role {
    OWNER,
    /** A maker of chips, mostly named for what others run. */
    SUPPLIER,
    SOURCE,
    PERSON
  }

  static @Nullable Party of(Mention mention) {
    if (mention.entry() instanceof Organisation organisation) {
      return new Party(mention, organisation.name(), role(organisation), null);
    }
    return mention.entry() instanceof Person person
        ? new Party(mention, person.name(), Role.PERSON, person.of())
        : null;
  }

  /** An outlet or a chipmaker that the article names a model of: here it may own compute. */
  Party asOwner() {
    return role == Role.PERSON ? this : new Party(span, name, Role.OWNER, of);
  }

  /** Whether the text that names it may be about its compute. */
  boolean mayOwn() {
    return role == Role.OWNER || role == Role.PERSON;
  }

  private static Role role(Organisation organisation) {
    return organisation.isSource()
        ? Role.SOURCE
        : organisation.kind() == Organisation.Kind.CHIPMAKER ? Role.SUPPLIER : Role.OWNER;
  }

  /** The organisation meant: itself, or the one a person speaks for. */
  @Nullable String organisation() {
    return role == Role.PERSON ? of : name;
  }
}
