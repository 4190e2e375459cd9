package costwire.extract.name;

import costwire.extract.catalogue.AiModel;
import costwire.extract.catalogue.Machine;
import costwire.extract.catalogue.Mention;
import costwire.extract.catalogue.Named;
import costwire.extract.catalogue.Organisation;
import costwire.extract.catalogue.Person;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name in a sentence, and whom it brings into play.
 *
 * @param span tokens
 * @param name canonical, or as written for one in no catalogue
 * @param role what bears the name
 * @param kind the role more closely: what kind of organisation, known or not
 * @param company the organisation meant: itself, a person's, a model's maker, a machine's holder;
 *     null if not known
 * @param country where an organisation is from, as an ISO 3166 code; null if not known
 * @param city where it is, in English; null if not known
 */
public record Party(
    Span span,
    String name,
    Role role,
    String kind,
    @Nullable String company,
    @Nullable String country,
    @Nullable String city) {
  /** What bears the name. */
  public enum Role {
    ORGANISATION,
    PERSON,
    MODEL,
    MACHINE
  }

  static @Nullable Party of(Mention mention) {
    Named entry = mention.entry();
    if (entry instanceof Organisation organisation) {
      String kind = organisation.names() == null ? unknown(mention) : organisation.kind().name();
      return new Party(
          mention,
          organisation.name(),
          Role.ORGANISATION,
          kind,
          organisation.name(),
          organisation.country(),
          organisation.city());
    }
    if (entry instanceof Person person) {
      String kind = person.names() == null ? unknown(mention) : "known";
      return new Party(mention, person.name(), Role.PERSON, kind, person.of(), null, null);
    }
    if (entry instanceof AiModel model) {
      String kind =
          model.names() == null ? unknown(mention) : model.isFamily() ? "family" : "known";
      return new Party(mention, model.name(), Role.MODEL, kind, model.company(), null, null);
    }
    if (entry instanceof Machine machine) {
      String kind = machine.names() == null ? unknown(mention) : "known";
      return new Party(mention, machine.name(), Role.MACHINE, kind, machine.company(), null, null);
    }
    return null;
  }

  private static String unknown(Mention mention) {
    return mention.isWeak() ? "unsure" : "new";
  }

  /** The same with an organisation. */
  Party of(String organisation) {
    return new Party(span, name, role, kind, organisation, country, city);
  }

  /** Whether it can be the source of a figure. */
  public boolean canSpeak() {
    return role == Role.ORGANISATION || role == Role.PERSON;
  }
}
