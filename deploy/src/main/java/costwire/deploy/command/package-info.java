/** The commands, one class each. */
@NullMarked
package costwire.deploy.command;

import org.jspecify.annotations.NullMarked;
