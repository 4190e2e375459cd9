@NullMarked
package costwire.aggregate.posterior;

import org.jspecify.annotations.NullMarked;
