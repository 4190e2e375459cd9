/** What does not add up: slips, odd counts, scopes mixed up, prices that nobody asks. */
@NullMarked
package costwire.aggregate.reconcile;

import org.jspecify.annotations.NullMarked;
