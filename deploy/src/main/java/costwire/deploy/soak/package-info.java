/** A rehearsal: the scrapers against a web that moves, fails, lies and watches their manners. */
@NullMarked
package costwire.deploy.soak;

import org.jspecify.annotations.NullMarked;
