/** Which articles are copies of which: signatures of texts, and the steps that compare them. */
@NullMarked
package costwire.ingest.duplicate;

import org.jspecify.annotations.NullMarked;
