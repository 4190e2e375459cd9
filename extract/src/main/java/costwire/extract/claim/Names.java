package costwire.extract.claim;

import costwire.extract.name.Party;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names in the order in which they come to mind, each once. */
final class Names implements Iterable<String> {
  private final Set<String> names = new LinkedHashSet<>();

  Names add(@Nullable String name) {
    if (name != null) {
      names.add(name);
    }
    return this;
  }

  /** Adds the names themselves. */
  Names addAll(List<Party> parties) {
    parties.forEach(party -> names.add(party.name()));
    return this;
  }

  /** Adds the organisations behind them. */
  Names addCompanies(List<Party> parties) {
    parties.forEach(party -> add(party.company()));
    return this;
  }

  int size() {
    return names.size();
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }
}
