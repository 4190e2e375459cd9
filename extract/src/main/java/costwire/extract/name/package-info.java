/** Who is named in an article: by the catalogues, or by how the article speaks of them. */
@NullMarked
package costwire.extract.name;

import org.jspecify.annotations.NullMarked;
