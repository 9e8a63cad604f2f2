/// Rows of platforms that could not be used: kept with their reason, listed, told to programs.
@NullMarked
@NamedInterface("refusals")
package org.folkmoot.sources.refusals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
