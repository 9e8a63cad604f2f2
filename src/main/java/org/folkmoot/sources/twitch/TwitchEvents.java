package org.folkmoot.sources.twitch;

import static org.folkmoot.connectors.intake.JsonRows.orNull;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import tools.jackson.databind.JsonNode;

/// Reads what an event says; what a list tells as well has the same id there.
///
/// @param message the id of the call, for what has none of its own
/// @param at when Twitch sent it, for what has no time of its own
record TwitchEvents(TwitchAnswers answers, String message, Instant at) {

    static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    void tell(String type, JsonNode event) {
        var channel = TwitchAnswers.text(event, "broadcaster_user_id");
        switch (type) {
            case "channel.follow" -> answers.follower(channel, event);
            case "channel.subscribe" -> subscribed(channel, event);
            case "channel.subscription.message" ->
                    paid(
                            channel,
                            event,
                            TwitchAnswers.text(event.path("message"), "text"),
                            TwitchAnswers.tier(event));
            case "channel.subscription.gift" ->
                    paid(channel, event, "", event.path("total").asInt(1) + " given");
            case "channel.subscription.end" -> ended(event);
            case "channel.cheer" ->
                    paid(
                            channel,
                            event,
                            TwitchAnswers.text(event, "message"),
                            event.path("bits").asInt(0) + " bits");
            case "channel.ban" ->
                    answers.ban(
                            channel,
                            event,
                            JsonTimes.at(event, "banned_at"),
                            TwitchAnswers.text(event, "ends_at"));
            case "channel.unban" -> lifted(channel, event);
            case "channel.chat.message" -> said(channel, event);
            case "channel.chat.message_delete" ->
                    answers.gone("chat/" + TwitchAnswers.text(event, "message_id"));
            default -> {
                return; // what else the app was made to hear of; a stream is read with its title
            }
        }
    }

    /// A gift is told of whoever gave it.
    private void subscribed(String channel, JsonNode event) {
        var who = answers.met(event, "user_");
        answers.add(
                Person.of(TwitchAnswers.SOURCE, who)
                        .with("subscription", TwitchAnswers.tier(event)));
        if (!event.path("is_gift").asBoolean(false)) {
            answers.add(
                    deed(channel, Kind.DONATION, who).fact("amount", TwitchAnswers.tier(event)));
        }
    }

    private void paid(String channel, JsonNode event, String text, String amount) {
        var who = event.path("is_anonymous").asBoolean(false) ? "" : answers.met(event, "user_");
        answers.add(deed(channel, Kind.DONATION, who).saying(orNull(text)).fact("amount", amount));
    }

    private Deed deed(String channel, Kind kind, String who) {
        return Deed.of(TwitchAnswers.SOURCE, "event/" + message, kind, orNull(who), at).in(channel);
    }

    private void ended(JsonNode event) {
        var who = answers.met(event, "user_");
        answers.add(Person.of(TwitchAnswers.SOURCE, who).with("subscription", "ended"));
    }

    private void lifted(String channel, JsonNode event) {
        var who = answers.met(event, "user_");
        answers.add(deed(channel, Kind.SYSTEM_NOTE, who).saying("The ban was lifted."));
    }

    /// What was said in another channel that shares the chat stays there.
    private void said(String channel, JsonNode event) {
        var id = TwitchAnswers.text(event, "message_id");
        var elsewhere = TwitchAnswers.text(event, "source_broadcaster_user_id");
        if (id.isEmpty() || !(elsewhere.isEmpty() || elsewhere.equals(channel))) {
            return;
        }
        var who = answers.met(event, "chatter_user_");
        var parent = TwitchAnswers.text(event.path("reply"), "parent_message_id");
        answers.add(
                Deed.of(
                                TwitchAnswers.SOURCE,
                                "chat/" + id,
                                parent.isEmpty() ? Kind.MESSAGE : Kind.REPLY,
                                orNull(who),
                                at)
                        .in(channel)
                        .under(parent.isEmpty() ? null : "chat/" + parent)
                        .saying(TwitchAnswers.text(event.path("message"), "text")));
    }
}
