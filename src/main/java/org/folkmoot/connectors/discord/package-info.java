/// Discord channels as DiscordChatExporter saves them, in JSON and in CSV.
@NullMarked
package org.folkmoot.connectors.discord;

import org.jspecify.annotations.NullMarked;
