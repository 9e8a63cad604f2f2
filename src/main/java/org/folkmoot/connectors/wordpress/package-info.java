/// WordPress: the site's own export file (WXR), with its posts, pages, comments and authors.
@NullMarked
package org.folkmoot.connectors.wordpress;

import org.jspecify.annotations.NullMarked;
