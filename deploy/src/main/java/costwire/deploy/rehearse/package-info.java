/** Rehearsals of delivering: receivers that fail, and processes that are killed. */
@NullMarked
package costwire.deploy.rehearse;

import org.jspecify.annotations.NullMarked;
