package costwire.extract.claim;

import costwire.extract.entity.Amount;
import costwire.extract.read.Passage;

/** An amount and the sentence it stands in. */
public record Located(Passage passage, Amount amount) {}
