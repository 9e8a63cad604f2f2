/// What platforms count of themselves, day by day: kept, drawn, and told to programs.
@NullMarked
package org.folkmoot.sources.figures;

import org.jspecify.annotations.NullMarked;
