/// Folkmoot: the operations hub of the people who run communities.
@NullMarked
package org.folkmoot;

import org.jspecify.annotations.NullMarked;
