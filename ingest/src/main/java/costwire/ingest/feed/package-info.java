/** Feeds in RSS, Atom, RDF and JSON become entries. */
@NullMarked
package costwire.ingest.feed;

import org.jspecify.annotations.NullMarked;
