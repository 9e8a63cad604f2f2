/// Feeds saved to files: RSS 0.9 to 2.0 and Atom.
@NullMarked
package org.folkmoot.connectors.feed;

import org.jspecify.annotations.NullMarked;
