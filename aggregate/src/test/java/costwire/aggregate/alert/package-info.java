@NullMarked
package costwire.aggregate.alert;

import org.jspecify.annotations.NullMarked;
