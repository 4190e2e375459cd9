@NullMarked
package costwire.aggregate;

import org.jspecify.annotations.NullMarked;
