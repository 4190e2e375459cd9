/** Finders of money, chips and durations, as OpenNLP name finders. */
@NullMarked
package costwire.extract.entity;

import org.jspecify.annotations.NullMarked;
