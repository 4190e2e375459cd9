/** The kernel at the head of the line: how a record becomes bytes on a named topic. */
@NullMarked
package costwire.stream;

import org.jspecify.annotations.NullMarked;
