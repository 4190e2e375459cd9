/** What to publish, given what is known of a feed and what came from the web. */
@NullMarked
package costwire.ingest.follow;

import org.jspecify.annotations.NullMarked;
