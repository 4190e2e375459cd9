/** Decisions learned from the corpus with OpenNLP's maximum entropy models. */
@NullMarked
package costwire.extract.learn;

import org.jspecify.annotations.NullMarked;
