/** Arithmetic on a grid of powers of ten: kernels, prior, sums that commute, percentiles. */
@NullMarked
package costwire.aggregate.posterior;

import org.jspecify.annotations.NullMarked;
