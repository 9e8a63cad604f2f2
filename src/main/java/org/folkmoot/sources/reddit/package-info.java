/// Subreddits, live: their posts, comments, reports, moderation and modmail.
@NullMarked
package org.folkmoot.sources.reddit;

import org.jspecify.annotations.NullMarked;
