/** What a language's words mean to the extractor, read from one file a language. */
@NullMarked
package costwire.extract.lexicon;

import org.jspecify.annotations.NullMarked;
