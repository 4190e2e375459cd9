/**
 * Reads the text: articles become entities, and entities become {@link costwire.extract.Claim}s.
 */
@NullMarked
package costwire.extract;

import org.jspecify.annotations.NullMarked;
