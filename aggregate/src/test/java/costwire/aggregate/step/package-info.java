@NullMarked
package costwire.aggregate.step;

import org.jspecify.annotations.NullMarked;
