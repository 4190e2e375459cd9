@NullMarked
package costwire.extract.name;

import org.jspecify.annotations.NullMarked;
