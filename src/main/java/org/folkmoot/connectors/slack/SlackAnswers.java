package org.folkmoot.connectors.slack;

import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import tools.jackson.databind.JsonNode;

/// Reads what Slack's API answers and tells, as the importer reads an export: what both tell of the
/// same thing has the same id.
public final class SlackAnswers {

    private final String source;
    private final String team;
    private final Finds finds;
    private final SlackPeople people;
    private final SlackMessages messages;

    /// @param team the workspace's id: `T061A2UFL`
    /// @param domain `mycommunity` of mycommunity.slack.com, empty when not known
    public SlackAnswers(String team, String domain, Finds finds) {
        this.source = "slack:" + team;
        this.team = team;
        this.finds = finds;
        this.people = new SlackPeople(source, team, finds);
        this.messages = new SlackMessages(source, domain, people, finds);
        finds.add(new Found.Origin(source, SlackExport.label(domain, team), Markup.SLACK));
    }

    /// @param name where it was asked for, for a row that cannot be used
    public void user(JsonNode user, String name) {
        people.listed(name, 1, user);
    }

    /// Somebody who just came into the workspace.
    public void joined(JsonNode user, JsonNode event) {
        user(user, "event");
        var id = user.path("id").asString("");
        var at = SlackTime.instant(event, "event_ts");
        if (!id.isEmpty() && at != null) {
            finds.add(Person.of(source, id).joined(at));
        }
    }

    /// A message that is there no more.
    public void gone(String channel, String ts) {
        finds.add(new Found.Mark(source, channel + "/" + ts, Found.Mark.What.DELETED, null, null));
    }

    public void channel(JsonNode channel) {
        SlackExport.place(source, team, channel.path("id").asString(""), channel, finds);
    }

    /// A message of a channel's history, or an event of a message.
    public void message(String channel, JsonNode row, String name) {
        messages.add(channel, name, 1, row);
    }

    /// A reaction that an event tells of.
    public void reacted(String channel, String ts, String emoji, String user, JsonNode event) {
        var at = SlackTime.instant(event, "event_ts");
        if (at != null && !user.isEmpty()) {
            people.met(user);
            finds.add(
                    Deed.of(
                                    source,
                                    "%s/%s/reaction/%s/%s".formatted(channel, ts, emoji, user),
                                    Kind.REACTION,
                                    user,
                                    at)
                            .in(channel)
                            .under(channel + "/" + ts)
                            .saying(emoji));
        }
    }

    /// A reaction that was taken back.
    public void unreacted(String channel, String ts, String emoji, String user) {
        finds.add(
                new Found.Mark(
                        source,
                        "%s/%s/reaction/%s/%s".formatted(channel, ts, emoji, user),
                        Found.Mark.What.DELETED,
                        null,
                        null));
    }
}
