package org.folkmoot.sources.webhook;

import java.util.List;
import java.util.Locale;
import org.folkmoot.sources.Setting;

/// What a row can tell, and the names under which programs usually tell it.
enum Part {
    ID(
            "Its own id",
            "The same thing must always bring the same.",
            "id, event_id, uuid, guid, _id, key"),
    PERSON(
            "Who: an id",
            "By which people are told apart, such as the number of a badge.",
            "?.id, ?_id, badge.id, badge_id, badge.number, badge_number, badge, card.id, card_id, card_number, card, user.username, user.login, username, login, user, author, actor, sender, ?.email, email"),
    PERSON_NAME(
            "Who: the name",
            "",
            "?.name, ?.full_name, ?.display_name, ?_name, full_name, display_name, holder, card_holder, name"),
    EMAIL("Who: the e-mail address", "", "?.email, ?.email_address, ?_email, email, email_address"),
    KIND(
            "What was done",
            "One of our kinds, such as attendance, for all; or where it stands.",
            "kind, type, event_type, event, event_name, action, activity_type, @x-event-type, @x-event"),
    TIME(
            "When",
            "",
            "occurred_at, timestamp, time, created_at, created, date, datetime, event_time, ts, at, published_at, sent_at, @webhook-timestamp"),
    TEXT("What was said", "", "text, message, body, content, description, comment, note"),
    TITLE("Its title", "", "title, subject, summary, headline"),
    URL("Its address", "", "url, html_url, permalink, link, href"),
    PLACE(
            "Where: channel, room, door",
            "",
            "place, channel.name, channel, room.name, room, door.name, door, location.name, location, space, group.name, group"),
    PARENT(
            "What it answers: an id",
            "",
            "parent_id, parent.id, in_reply_to, reply_to, reply_to_id"),
    EDITED("When it was changed last", "", "edited_at, updated_at, modified_at, edited, updated");

    private final String label;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final List<String> usual;

    Part(String label, String help, String usual) {
        this.label = label;
        this.help = help;
        this.usual = Spelling.all(usual);
    }

    /// As a setting is named: `person-name`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where to look for it when nobody said.
    Where usually() {
        return new Where(usual);
    }

    Setting setting() {
        var often =
                "Where it stands, such as %s. Left empty, usual names are looked for."
                        .formatted(usual.getFirst());
        return Setting.words(key(), label, help.isEmpty() ? often : help + " " + often, "");
    }
}
