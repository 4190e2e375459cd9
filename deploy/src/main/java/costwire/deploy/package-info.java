/** Everything with a socket or a {@code main}: commands, broker, HTTP. */
@NullMarked
package costwire.deploy;

import org.jspecify.annotations.NullMarked;
