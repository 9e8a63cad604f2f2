/// Discord channels as DiscordChatExporter saves them, in JSON and in CSV, and what its API tells.
@NullMarked
@NamedInterface("discord")
package org.folkmoot.connectors.discord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
