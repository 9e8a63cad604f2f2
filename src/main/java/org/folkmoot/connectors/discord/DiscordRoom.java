package org.folkmoot.connectors.discord;

/// A channel with messages of its own, or a thread of a channel or forum.
///
/// @param parent the channel a thread hangs under; empty for a channel
public record DiscordRoom(String id, String name, String parent) {

    public boolean thread() {
        return !parent.isEmpty();
    }

    /// The channel in which people see it.
    public String place() {
        return thread() ? parent : id;
    }
}
