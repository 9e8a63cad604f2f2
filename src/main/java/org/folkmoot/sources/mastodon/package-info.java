/// A Mastodon account and its instance, live: posts, threads, notifications, followers, reports.
@NullMarked
package org.folkmoot.sources.mastodon;

import org.jspecify.annotations.NullMarked;
