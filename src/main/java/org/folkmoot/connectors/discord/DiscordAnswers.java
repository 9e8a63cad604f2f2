package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Discord's API answers and tells, as the importer reads an export: what both tell of
/// the same thing has the same id.
public final class DiscordAnswers {

    private final String guild;
    private final DiscordShape shape;
    private final DiscordPeople people;
    private final Finds finds;

    /// @param guild the server's id
    /// @param names channels and roles by id, as far as they are known
    public DiscordAnswers(String guild, Map<String, String> names, Finds finds) {
        this.guild = guild;
        this.shape = new DiscordShape(Map.copyOf(names));
        this.people = new DiscordPeople(finds, false);
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Discord", Markup.MARKDOWN));
    }

    /// @param forum whether it holds nothing but threads
    public void channel(JsonNode channel, boolean forum) {
        var id = text(channel, "id");
        var name = text(channel, "name");
        var topic = text(channel, "topic");
        finds.add(
                Found.Place.of(
                                SOURCE,
                                id,
                                name.isBlank() ? id : name,
                                forum ? Style.FORUM : Style.CHAT)
                        .about(topic.isBlank() ? null : topic, "%s%s".formatted(url(""), id)));
    }

    private String url(String room) {
        return "https://discord.com/channels/%s/%s".formatted(guild, room);
    }

    /// A member of the server, as its list shows them now.
    public void member(JsonNode member, Instant now) {
        people.listed(shape.member(member), DiscordTime.of(text(member, "joined_at")), now);
    }

    /// @return their id, null when there is none
    public @Nullable String user(JsonNode user) {
        return people.met(shape.user(user, ""), null);
    }

    /// @param counted whether to tell reactions by their number, as nobody asks who reacted
    /// @param name where it was asked for, for a row that cannot be used
    public void message(DiscordRoom room, JsonNode message, boolean counted, String name) {
        new DiscordMessages(
                        room.place(),
                        room.id().isEmpty() ? "" : url(room.id() + "/"),
                        room.thread() ? room.id() : null,
                        room.thread() ? room.name() : "",
                        null,
                        people,
                        finds)
                .add(name, 1, shape.message(message, counted));
    }

    /// Somebody who reacted.
    ///
    /// @param emoji its name; with an id if it is one of the server's own
    /// @param written when the message was written
    public void reacted(
            String place,
            String message,
            String emoji,
            String id,
            JsonNode user,
            @Nullable Instant written) {
        var who = user(user);
        if (who != null) {
            finds.add(
                    Deed.of(
                                    SOURCE,
                                    reaction(message, emoji, id) + "/" + who,
                                    Kind.REACTION,
                                    who,
                                    written)
                            .inferred(true)
                            .in(place)
                            .under(message)
                            .saying(emoji));
        }
    }

    /// What a reaction is known by, but for who reacted.
    public static String reaction(String message, String emoji, String id) {
        return message + "/reaction/" + emoji(emoji, id);
    }

    /// `👍`, or `party:1234` for one of the server's own.
    public static String emoji(String name, String id) {
        return id.isEmpty() ? name : name + ":" + id;
    }

    /// Somebody who is not on the server any more.
    public void left(JsonNode user, Instant at) {
        var who = user(user);
        if (who != null) {
            finds.add(Person.of(SOURCE, who).left(at).asOf(at));
        }
    }

    /// The new words of a message of which nothing else is told.
    public void edited(JsonNode message, Instant at) {
        var text = text(shape.message(message, false), "content");
        finds.add(new Found.Edit(SOURCE, text(message, "id"), text, at));
    }

    /// A message or event that is there no more.
    public void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    public void event(JsonNode event) {
        new DiscordEvents(guild, this, finds).event(event);
    }

    /// Somebody who wants to come.
    public void interested(String event, JsonNode user) {
        new DiscordEvents(guild, this, finds).interested(event, user);
    }

    /// What a moderator did, as the audit log has it.
    public void entry(JsonNode entry) {
        new DiscordAudit(finds).entry(entry);
    }

    /// When something was made, by its id.
    public static @Nullable Instant made(String id) {
        return DiscordTime.ofSnowflake(id);
    }

    /// A time as Discord writes it; null when it is none.
    public static @Nullable Instant time(String iso) {
        return DiscordTime.of(iso);
    }
}
