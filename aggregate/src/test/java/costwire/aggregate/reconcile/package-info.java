@NullMarked
package costwire.aggregate.reconcile;

import org.jspecify.annotations.NullMarked;
