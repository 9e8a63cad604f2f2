/// Platforms asked page by page, and how what they answered is kept, with the place to go on.
@NullMarked
@NamedInterface("pulls")
package org.folkmoot.sources.pulls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
