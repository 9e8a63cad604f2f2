/// Feeds saved to files: RSS 0.9 to 2.0 and Atom.
@NullMarked
@NamedInterface("feed")
package org.folkmoot.connectors.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
