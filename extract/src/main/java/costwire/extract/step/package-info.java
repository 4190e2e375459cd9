/** The steps of the topology from articles to claims. */
@NullMarked
package costwire.extract.step;

import org.jspecify.annotations.NullMarked;
