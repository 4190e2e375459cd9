/** What a unit of a currency was worth in US dollars, and when. */
@NullMarked
package costwire.extract.rate;

import org.jspecify.annotations.NullMarked;
