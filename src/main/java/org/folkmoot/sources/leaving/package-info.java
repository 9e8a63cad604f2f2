/// Erasing a connection: what would go and what would stay, and letting it go piece by piece.
@NullMarked
@NamedInterface("leaving")
package org.folkmoot.sources.leaving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
