/// A WordPress site, live: its posts, pages, comments and people, and what we write there.
@NullMarked
package org.folkmoot.sources.wordpress;

import org.jspecify.annotations.NullMarked;
