/// Twitch, live: a channel's followers, subscribers, streams, videos, clips, viewers, bans and
/// chat.
@NullMarked
package org.folkmoot.sources.twitch;

import org.jspecify.annotations.NullMarked;
