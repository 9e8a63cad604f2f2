package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The accounts of a workspace: those listed in users.json, and those who only appear as authors.
/// Phone numbers and passing statuses are not kept.
final class SlackPeople {

    private static final String SLACKBOT = "USLACKBOT";

    /// Slack escapes the angle brackets of a nick that a bridge carries.
    private static final Pattern CARRIED =
            Pattern.compile("^(\\[[^]]{1,24}]\\s*)?(<|&lt;)[^<>@#!|&\\s]{1,32}(>|&gt;)\\s+\\S");

    private static final Map<String, Pattern> HANDLES =
            Map.of(
                    Field.GITHUB, Pattern.compile("https?://(?:www\\.)?github\\.com/([\\w-]+)/?"),
                    Field.X, Pattern.compile("https?://(?:www\\.)?(?:twitter|x)\\.com/(\\w+)/?"),
                    Field.LINKEDIN,
                            Pattern.compile("https?://(?:\\w+\\.)?linkedin\\.com/in/([^/?]+)/?"));

    private final String source;
    private final String team;
    private final Finds finds;

    /// By id, a hash of what was last told of them, so that nobody is told twice in a row.
    private final Map<String, Integer> told = new HashMap<>();

    /// By id, {texts, texts that carry another's words}.
    private final Map<String, int[]> words = new HashMap<>();

    SlackPeople(String source, String team, Finds finds) {
        this.source = source;
        this.team = team;
        this.finds = finds;
    }

    /// One row of users.json.
    void listed(String file, long line, JsonNode user) {
        var id = text(user, "id");
        if (id.isEmpty()) {
            finds.add(new Refused(file, line, "This person has no id.", user.toString()));
            return;
        }
        var updated = SlackTime.instant(user, "updated");
        var gone = user.path("deleted").asBoolean(false);
        var profile = user.path("profile");
        var person =
                profile(Person.of(source, id), user, profile)
                        .with(Field.TIMEZONE, text(user, "tz"))
                        .with(Field.LANGUAGE, text(user, "locale"))
                        .with("slack_admin", yes(user, "is_admin", "is_owner", "is_primary_owner"))
                        .with("slack_guest", yes(user, "is_restricted", "is_ultra_restricted"))
                        .with("slack_team", foreign(text(user, "team_id")))
                        .flag(Flag.BOT, user.path("is_bot").asBoolean(false) || id.equals(SLACKBOT))
                        .left(!gone ? null : updated == null ? Instant.EPOCH : updated)
                        .changed(updated);
        told.put(id, 0);
        finds.add(person);
    }

    /// Whoever wrote a message: told when users.json did not list them.
    void wrote(String id, JsonNode row, Instant at) {
        var known = told.get(id);
        if (known != null && known == 0) {
            return;
        }
        var profile = row.path("user_profile");
        var person = profile(Person.of(source, id), profile, profile);
        if (isBot(id, row)) {
            var name = first(text(row.path("bot_profile"), "name"), text(row, "username"));
            person =
                    person.with(Field.NAME, id.equals(SLACKBOT) ? "Slackbot" : name)
                            .flag(Flag.BOT, true);
        }
        tell(person, known, at);
    }

    /// Whoever reacted; nothing but their id is known.
    void met(String id) {
        if (told.putIfAbsent(id, 1) == null) {
            finds.add(Person.of(source, id).flag(Flag.BOT, id.equals(SLACKBOT)));
        }
    }

    private void tell(Person person, @Nullable Integer known, Instant at) {
        // a bot that takes many names is told once, by its first
        if (known != null && (person.fields().isEmpty() || person.flags().contains(Flag.BOT))) {
            return;
        }
        var hash = person.fields().hashCode() | 1;
        if (known == null || known != hash) {
            told.put(person.id(), hash);
            finds.add(person.asOf(person.fields().isEmpty() ? null : at));
        }
    }

    private static boolean isBot(String id, JsonNode row) {
        return id.equals(SLACKBOT)
                || id.startsWith("B")
                || id.startsWith("bot:")
                || text(row, "subtype").equals("bot_message")
                || (row.path("bot_profile").isObject() && !row.path("user_profile").isObject());
    }

    private Person profile(Person person, JsonNode user, JsonNode profile) {
        var real = first(text(profile, "real_name"), text(user, "real_name"));
        var display = text(profile, "display_name");
        var name = first(real, display);
        var known =
                person.with(Field.NAME, name)
                        .with("display_name", display.equals(name) ? "" : display)
                        .with(Field.HANDLE, text(user, "name"))
                        .with(Field.EMAIL, text(profile, "email"))
                        .with(
                                "email_verified",
                                text(profile, "email").isEmpty()
                                        ? ""
                                        : text(user, "is_email_confirmed"))
                        .with(Field.TITLE, text(profile, "title"))
                        .with(Field.PRONOUNS, text(profile, "pronouns"))
                        .with(Field.AVATAR, avatar(profile));
        for (var field : profile.path("fields")) {
            known = handles(known, text(field, "value"));
        }
        return known;
    }

    private static Person handles(Person person, String value) {
        for (var handle : HANDLES.entrySet()) {
            var found = handle.getValue().matcher(value.strip());
            if (found.matches()) {
                return person.with(handle.getKey(), found.group(1));
            }
        }
        return value.startsWith("https://") ? person.with(Field.WEBSITE, value) : person;
    }

    private static String avatar(JsonNode profile) {
        var large = first(text(profile, "image_512"), text(profile, "image_192"));
        return first(large, text(profile, "image_72"));
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }

    private static String yes(JsonNode user, String... properties) {
        for (var property : properties) {
            if (user.path(property).asBoolean(false)) {
                return "true";
            }
        }
        return "";
    }

    private String foreign(String team) {
        return team.equals(this.team) ? "" : team;
    }

    /// Remembers whether an account's texts look like other people's, carried by a bridge.
    void said(String id, String text) {
        var counts = words.computeIfAbsent(id, k -> new int[2]);
        counts[0]++;
        if (CARRIED.matcher(text).find()) {
            counts[1]++;
        }
    }

    /// At the end: who looks like a bridge (at least ten texts, most of them carried).
    void bridges() {
        words.entrySet().stream()
                .filter(e -> e.getValue()[0] >= 10 && e.getValue()[1] * 2 > e.getValue()[0])
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(id -> finds.add(Person.of(source, id).with("bridge", "true")));
    }
}
