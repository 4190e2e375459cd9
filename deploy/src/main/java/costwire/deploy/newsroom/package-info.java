/** A local server of sample articles, so that the demo's scrapers have real pages to read. */
@NullMarked
package costwire.deploy.newsroom;

import org.jspecify.annotations.NullMarked;
