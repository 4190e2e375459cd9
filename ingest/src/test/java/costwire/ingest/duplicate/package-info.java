@NullMarked
package costwire.ingest.duplicate;

import org.jspecify.annotations.NullMarked;
