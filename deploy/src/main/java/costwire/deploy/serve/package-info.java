/** The role {@code serve}: the dashboard, the API and the live stream over an in-memory view. */
@NullMarked
package costwire.deploy.serve;

import org.jspecify.annotations.NullMarked;
