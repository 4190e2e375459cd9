/** Decides which changes of an estimate are worth an alert. */
@NullMarked
package costwire.aggregate.alert;

import org.jspecify.annotations.NullMarked;
