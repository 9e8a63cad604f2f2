/// When things changed whose platform does not say so: short prints of what each connection said
// last.
@NullMarked
package org.folkmoot.sources.prints;

import org.jspecify.annotations.NullMarked;
