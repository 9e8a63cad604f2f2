/// A page on LinkedIn, live: its posts, their comments and reactions, and its figures.
@NullMarked
package org.folkmoot.sources.linkedin;

import org.jspecify.annotations.NullMarked;
