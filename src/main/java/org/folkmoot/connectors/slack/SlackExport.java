package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Origin;
import org.folkmoot.connectors.Found.Place;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// A Slack workspace export, zip or folder: users.json, channels.json and a folder per channel with
/// a file per day.
///
/// Direct messages and group direct messages are private: they are left out, with their members'
/// profiles kept, unless the option `private` is `true`. Private channels are read.
///
/// Options: `private`; `domain`, `mycommunity` of mycommunity.slack.com, which gives links to the
/// messages; `source`, used only when the export does not tell the workspace's id.
@Component
final class SlackExport implements Format {

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public String title() {
        return "Slack workspace export";
    }

    @Override
    public String howToGet() {
        return "In Slack, an owner or admin opens Tools & settings, Workspace settings,"
                + " Import/export data, Export, and downloads the zip when the mail arrives. Drop"
                + " it here as it is. Direct messages are left out unless you ask for them.";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.directMessages(),
                Choice.words(
                        "domain",
                        "Workspace's address",
                        "The first part of yourcommunity.slack.com: it gives each message a link to the original."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        var days = SlackLayout.days(tree);
        for (var day : days.subList(0, Math.min(3, days.size()))) {
            var head = head(tree, day);
            if (head.contains("\"ts\"") && head.contains("\"type\"")) {
                return true;
            }
        }
        var users = tree.file("users.json");
        return users.isPresent()
                && tree.file("channels.json").isPresent()
                && head(tree, users.get()).contains("\"team_id\"");
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 4096), StandardCharsets.UTF_8).replace("\0", "");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var layout = SlackLayout.of(tree, finds);
        var told = SlackTeam.of(tree, layout);
        var team = told.orElse("");
        var source = told.map(id -> "slack:" + id).orElseGet(() -> chosen(options));
        var domain = options.getOrDefault("domain", "").strip();
        var privateToo = Boolean.parseBoolean(options.getOrDefault("private", "false").strip());

        finds.add(new Origin(source, label(domain, team), Markup.SLACK));
        var places = new HashSet<String>();
        layout.channels()
                .forEach(
                        (id, channel) -> {
                            if (privateToo || !layout.isDirect(id)) {
                                places.add(id);
                                place(source, team, id, channel, finds);
                            }
                        });
        var people = new SlackPeople(source, team, finds);
        var users = tree.file("users.json");
        if (users.isPresent()) {
            var file = users.get();
            JsonRows.each(
                    tree, file, finds, (user, line) -> people.listed(file.path(), line, user));
        }
        var messages = new SlackMessages(source, domain, people, finds);
        for (var day : layout.days()) {
            var channel = layout.channel(day);
            if (layout.isDirect(channel) && !privateToo) {
                continue;
            }
            if (places.add(channel)) {
                finds.add(Place.of(source, channel, channel, Style.CHAT));
            }
            JsonRows.each(
                    tree, day, finds, (row, line) -> messages.add(channel, day.path(), line, row));
        }
        people.bridges();
    }

    private static String chosen(Map<String, String> options) {
        var source = options.getOrDefault("source", "").strip();
        if (source.isEmpty()) {
            return "slack:workspace";
        }
        return source.startsWith("slack:") ? source : "slack:" + source;
    }

    static String label(String domain, String team) {
        return domain.isEmpty() ? ("Slack " + team).strip() : "Slack " + domain;
    }

    static void place(String source, String team, String id, JsonNode channel, Finds finds) {
        var name = text(channel, "name");
        var topic = text(channel.path("topic"), "value");
        var about = topic.isBlank() ? text(channel.path("purpose"), "value") : topic;
        var url = team.isEmpty() ? null : "https://app.slack.com/client/%s/%s".formatted(team, id);
        finds.add(
                Place.of(source, id, name.isEmpty() ? "Direct message " + id : name, Style.CHAT)
                        .about(about.isBlank() ? null : about, url));
        for (var pin : channel.path("pins")) {
            var time = SlackTime.of(pin, "id");
            if (time != null) {
                var by = text(pin, "user");
                finds.add(
                        new Mark(
                                source,
                                id + "/" + time.ts(),
                                Mark.What.PINNED,
                                by.isBlank() ? null : by,
                                SlackTime.instant(pin, "created")));
            }
        }
    }
}
