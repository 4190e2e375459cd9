/** Learns the models anew from the corpus. */
@NullMarked
package costwire.extract.train;

import org.jspecify.annotations.NullMarked;
