package org.folkmoot.sources.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Connection;

/// Where an act happens.
///
/// @param topic empty outside of topics
/// @param message empty when it is about none
record Target(String chat, String topic, String message) {

    private static final Pattern MESSAGE = Pattern.compile("(-?\\d+):(\\d+)");
    private static final Pattern PLACE = Pattern.compile("(-?\\d+|@\\w+)(?:/(\\d+))?");

    /// @throws IllegalArgumentException with a sentence, when it is no message of Telegram's
    static Target ofMessage(Act act) {
        var target = act.target().replaceFirst("/reaction/.*$", "");
        var found = MESSAGE.matcher(target);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "This is no message of a group or channel on Telegram: CHAT:NUMBER.");
        }
        var place = PLACE.matcher(act.more("place"));
        var topic = place.matches() && place.group(2) != null ? place.group(2) : "";
        return new Target(found.group(1), topic, found.group(2));
    }

    /// @throws IllegalArgumentException with a sentence, when it is no chat of Telegram's
    static Target ofPlace(String place) {
        var found = PLACE.matcher(place);
        if (!found.matches()) {
            throw new IllegalArgumentException("This is no chat of Telegram.");
        }
        return new Target(found.group(1), found.group(2) == null ? "" : found.group(2), "");
    }

    /// The chat in which something is done to a person: the one that is named, else the only one
    /// that is read.
    static Target ofPerson(Act act, Connection connection) {
        if (!act.target().matches("\\d+")) {
            throw new IllegalArgumentException("This is nobody on Telegram.");
        }
        var chats = connection.list("chats");
        if (act.more("place").isEmpty() && chats.size() != 1) {
            throw new IllegalArgumentException("Say in which chat: its number as place.");
        }
        return ofPlace(act.more("place").isEmpty() ? chats.getFirst() : act.more("place"));
    }

    Map<String, Object> fields() {
        var all = new LinkedHashMap<String, Object>();
        all.put("chat_id", chat);
        if (!message.isEmpty()) {
            all.put("message_id", Long.parseLong(message));
        }
        return all;
    }
}
