/// Common Room, live: its contacts, activities and calls.
@NullMarked
package org.folkmoot.sources.commonroom;

import org.jspecify.annotations.NullMarked;
