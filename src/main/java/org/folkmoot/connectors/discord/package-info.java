/// Discord channels as DiscordChatExporter saves them, in JSON and in CSV, and what its API tells.
@NullMarked
package org.folkmoot.connectors.discord;

import org.jspecify.annotations.NullMarked;
