@NullMarked
package costwire.aggregate.implied;

import org.jspecify.annotations.NullMarked;
