/// Whose turn it is: what is due in which community, and one at a time for each thing, over all
/// processes.
@NullMarked
package org.folkmoot.sources.turns;

import org.jspecify.annotations.NullMarked;
