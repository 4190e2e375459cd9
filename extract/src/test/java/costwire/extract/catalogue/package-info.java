/** Tests of the catalogues. */
@NullMarked
package costwire.extract.catalogue;

import org.jspecify.annotations.NullMarked;
