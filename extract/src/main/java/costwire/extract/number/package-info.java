/** The grammar of numbers: digits, words, powers, vague magnitudes, ranges. */
@NullMarked
package costwire.extract.number;

import org.jspecify.annotations.NullMarked;
