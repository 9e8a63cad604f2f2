/// A Discord server, live: its channels, members, messages, events and audit log.
@NullMarked
package org.folkmoot.sources.discord;

import org.jspecify.annotations.NullMarked;
