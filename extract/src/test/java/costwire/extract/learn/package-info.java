@NullMarked
package costwire.extract.learn;

import org.jspecify.annotations.NullMarked;
