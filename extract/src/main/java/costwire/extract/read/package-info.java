/** What stands where in a sentence: its words, marks, names and amounts. */
@NullMarked
package costwire.extract.read;

import org.jspecify.annotations.NullMarked;
