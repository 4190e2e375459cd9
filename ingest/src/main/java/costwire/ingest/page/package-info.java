/** A news page becomes an article: its text without what surrounds it. */
@NullMarked
package costwire.ingest.page;

import org.jspecify.annotations.NullMarked;
