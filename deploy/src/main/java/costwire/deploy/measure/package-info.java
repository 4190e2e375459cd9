/** What parts of the system take: the real ones, under generated claims. */
@NullMarked
package costwire.deploy.measure;

import org.jspecify.annotations.NullMarked;
