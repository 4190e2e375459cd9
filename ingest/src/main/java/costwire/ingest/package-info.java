/** Reads the web: feeds, pages and archives become {@link costwire.ingest.Article}s. */
@NullMarked
package costwire.ingest;

import org.jspecify.annotations.NullMarked;
