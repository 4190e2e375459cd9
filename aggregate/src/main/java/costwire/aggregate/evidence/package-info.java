/**
 * Claims become independent voices: who says what figure, how often, and whether it still stands.
 */
@NullMarked
package costwire.aggregate.evidence;

import org.jspecify.annotations.NullMarked;
