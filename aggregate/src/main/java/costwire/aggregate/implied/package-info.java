/** What chips, hours and dated prices come to. */
@NullMarked
package costwire.aggregate.implied;

import org.jspecify.annotations.NullMarked;
