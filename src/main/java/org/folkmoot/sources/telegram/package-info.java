/// Telegram's groups and channels, live: what a bot of one's own is told of them.
@NullMarked
package org.folkmoot.sources.telegram;

import org.jspecify.annotations.NullMarked;
