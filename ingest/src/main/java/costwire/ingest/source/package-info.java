/** Files, folders, archives and streams become articles. */
@NullMarked
package costwire.ingest.source;

import org.jspecify.annotations.NullMarked;
