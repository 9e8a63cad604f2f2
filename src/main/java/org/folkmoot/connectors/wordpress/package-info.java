/// WordPress: the site's own export file (WXR), with its posts, pages, comments and authors.
@NullMarked
@NamedInterface("wordpress")
package org.folkmoot.connectors.wordpress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
