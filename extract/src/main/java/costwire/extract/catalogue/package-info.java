/** Chips, organisations, people, models and machines, with their names in every script. */
@NullMarked
package costwire.extract.catalogue;

import org.jspecify.annotations.NullMarked;
