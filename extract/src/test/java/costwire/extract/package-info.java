/** Tests of the extraction through its public ways in. */
@NullMarked
package costwire.extract;

import org.jspecify.annotations.NullMarked;
