/** Tests of how text is cut and in which language. */
@NullMarked
package costwire.extract.text;

import org.jspecify.annotations.NullMarked;
