/** Tests of the lexicons. */
@NullMarked
package costwire.extract.lexicon;

import org.jspecify.annotations.NullMarked;
