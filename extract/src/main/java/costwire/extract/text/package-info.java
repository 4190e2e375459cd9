/** OpenNLP's reading of a text: language, sentences, tokens. */
@NullMarked
package costwire.extract.text;

import org.jspecify.annotations.NullMarked;
