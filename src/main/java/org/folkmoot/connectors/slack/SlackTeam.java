package org.folkmoot.connectors.slack;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.connectors.intake.Unicode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Which workspace an export is of. Guests from other workspaces bring their own team ids, so it is
/// the primary owner's, else that of most people, else that of most messages: overlapping exports
/// come out alike.
final class SlackTeam {

    /// Messages that are asked when the people do not tell.
    private static final int ENOUGH = 5_000;

    private final Map<String, Integer> votes = new HashMap<>();
    private Optional<String> owners = Optional.empty();

    /// The team's id, `T061A2UFL`.
    static Optional<String> of(Tree tree, SlackLayout layout) throws IOException {
        var people = new SlackTeam();
        var users = tree.file("users.json");
        if (users.isPresent()) {
            people.count(tree, users.get(), "team_id");
        }
        var team = people.owners.or(people::most);
        if (team.isPresent()) {
            return team;
        }
        var messages = new SlackTeam();
        for (var day : layout.days()) {
            messages.count(tree, day, "team");
            if (messages.votes.values().stream().mapToInt(Integer::intValue).sum() >= ENOUGH) {
                break;
            }
        }
        return messages.most();
    }

    private Optional<String> most() {
        return votes.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private void count(Tree tree, Tree.Entry file, String property) throws IOException {
        try (var reader = Unicode.reader(tree.peek(file));
                var parser = JsonRows.JSON.createParser(reader)) {
            count(parser, property);
        } catch (JacksonException e) {
            // votes of what comes before count; reading the file itself reports it
            return;
        }
    }

    private void count(JsonParser parser, String property) {
        var depth = 0;
        var team = "";
        var owner = false;
        for (var t = parser.nextToken(); t != null; t = parser.nextToken()) {
            if (t.isStructStart()) {
                depth++;
            } else if (t.isStructEnd()) {
                if (depth == 2 && team.startsWith("T")) {
                    votes.merge(team, 1, Integer::sum);
                    if (owner && owners.isEmpty()) {
                        owners = Optional.of(team);
                    }
                }
                if (depth == 2) {
                    team = "";
                    owner = false;
                }
                depth--;
            } else if (depth == 2 && t == JsonToken.VALUE_STRING) {
                team = property.equals(parser.currentName()) ? parser.getString() : team;
            } else if (depth == 2 && t == JsonToken.VALUE_TRUE) {
                owner |= "is_primary_owner".equals(parser.currentName());
            }
        }
    }
}
