@NullMarked
package costwire.aggregate.evidence;

import org.jspecify.annotations.NullMarked;
