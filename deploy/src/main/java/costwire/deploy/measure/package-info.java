/** What estimates cost: the real topology under generated claims. */
@NullMarked
package costwire.deploy.measure;

import org.jspecify.annotations.NullMarked;
