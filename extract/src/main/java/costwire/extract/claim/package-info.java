/** From entities to claims: who, what, on whose word. */
@NullMarked
package costwire.extract.claim;

import org.jspecify.annotations.NullMarked;
