/// crowd.dev's CSV of members.
@NullMarked
package org.folkmoot.connectors.crowddev;

import org.jspecify.annotations.NullMarked;
