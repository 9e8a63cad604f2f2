package org.folkmoot.sources.discord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.jspecify.annotations.Nullable;

/// What is remembered from page to page. It is read anew for each page, so that whoever reads the
/// page may change it.
///
/// @param names channels and roles, by id
/// @param rooms channels and threads that are still to be read, the present one first
/// @param archived threads that came to rest and are to be read before more are looked for
/// @param parents channels whose threads at rest are still to be looked for
/// @param rested the latest time at which a thread of a channel came to rest
/// @param active the threads that were active in the round before
/// @param owed reactions of which it is still to be asked whose they are
/// @param events events by id, how many are interested and when it starts
/// @param asked events of which it is still to be asked who is interested, or what became of them
/// @param seen what was seen last of each channel and active thread
/// @param fresh what was seen of the present one in this round
/// @param shut what the bot may not read; tried again once a day
record Known(
        Map<String, String> names,
        List<DiscordRoom> rooms,
        List<DiscordRoom> archived,
        List<String> parents,
        Map<String, String> rested,
        List<DiscordRoom> active,
        List<Owed> owed,
        Map<String, Coming> events,
        List<String> asked,
        Map<String, Seen> seen,
        Map<String, String> fresh,
        Set<String> shut) {

    /// An event that is to come.
    record Coming(int interested, String starts) {}

    /// What was seen of a channel.
    ///
    /// @param mark the newest message
    /// @param last the newest messages by id, each with its reactions
    record Seen(String mark, Map<String, String> last) {

        static final Seen NOTHING = new Seen("", Map.of());
    }

    /// Reactions with one emoji to one message.
    ///
    /// @param at when the message was written
    /// @param left how many there are still to be told
    /// @param more the last person told, empty at first
    record Owed(
            String room,
            String place,
            String message,
            String name,
            String id,
            boolean burst,
            String at,
            int left,
            String more) {

        Owed after(int told, String last) {
            return new Owed(room, place, message, name, id, burst, at, left - told, last);
        }
    }

    Known {
        names = kept(names);
        rooms = kept(rooms);
        archived = kept(archived);
        parents = kept(parents);
        rested = kept(rested);
        active = kept(active);
        owed = kept(owed);
        events = kept(events);
        asked = kept(asked);
        seen = kept(seen);
        fresh = kept(fresh);
        shut = kept(shut);
    }

    private static <T> List<T> kept(@Nullable List<T> list) {
        return list == null ? new ArrayList<>() : new ArrayList<>(list);
    }

    private static <V> Map<String, V> kept(@Nullable Map<String, V> map) {
        return map == null ? new HashMap<>() : new HashMap<>(map);
    }

    private static Set<String> kept(@Nullable Set<String> set) {
        return set == null ? new HashSet<>() : new HashSet<>(set);
    }

    static Known nothing() {
        return new Known(
                Map.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of(),
                List.of(), Map.of(), Map.of(), Set.of());
    }

    Seen seenOf(DiscordRoom room) {
        return seen.getOrDefault(room.id(), Seen.NOTHING);
    }
}
