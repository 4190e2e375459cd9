/** Alerts that arrive once: whom they concern, when they are told, and how they are delivered. */
@NullMarked
package costwire.deploy.notify;

import org.jspecify.annotations.NullMarked;
