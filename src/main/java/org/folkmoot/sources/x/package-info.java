/// An account on X, live: its mentions, posts, their replies, searches, followers and calls.
@NullMarked
package org.folkmoot.sources.x;

import org.jspecify.annotations.NullMarked;
