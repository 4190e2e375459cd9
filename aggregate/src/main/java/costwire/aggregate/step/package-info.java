/** Wiring alone: one step of the topology a file. */
@NullMarked
package costwire.aggregate.step;

import org.jspecify.annotations.NullMarked;
