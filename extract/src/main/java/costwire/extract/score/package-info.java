/** How extracted claims compare with gold ones. */
@NullMarked
package costwire.extract.score;

import org.jspecify.annotations.NullMarked;
