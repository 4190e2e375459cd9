package costwire.extract.entity;

import costwire.extract.catalogue.Chip;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for chips: a noun, a name, or both.
 *
 * @param chip the most specific one named; null if only a noun is
 */
record ChipPhrase(int from, int to, @Nullable Chip chip) {}
