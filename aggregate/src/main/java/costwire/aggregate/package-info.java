/** Does the arithmetic: claims become {@link costwire.aggregate.Estimate}s. */
@NullMarked
package costwire.aggregate;

import org.jspecify.annotations.NullMarked;
