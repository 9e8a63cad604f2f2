/// A Discourse forum, live: its categories, people, posts, topics and calls.
@NullMarked
package org.folkmoot.sources.discourse;

import org.jspecify.annotations.NullMarked;
