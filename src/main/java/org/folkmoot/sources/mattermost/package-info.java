/// A Mattermost server, live: its teams' people, channels, posts, threads and reactions.
@NullMarked
package org.folkmoot.sources.mattermost;

import org.jspecify.annotations.NullMarked;
