/** Polite, bounded, safe fetching over HTTP. */
@NullMarked
package costwire.ingest.fetch;

import org.jspecify.annotations.NullMarked;
