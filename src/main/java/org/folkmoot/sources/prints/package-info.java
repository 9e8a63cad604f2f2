/// When things changed whose platform does not say so: short prints of what was said of each last.
@NullMarked
package org.folkmoot.sources.prints;

import org.jspecify.annotations.NullMarked;
