package org.folkmoot.sources.github;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Ask;

/// What is done to a thing or a person that is there: labels, locks, hiding, reactions and blocks.
/// Each may be done twice.
record Steward(GitHubApi api) {

    private static final List<String> LOCKS =
            List.of("off-topic", "too heated", "resolved", "spam");
    private static final List<String> HIDES =
            List.of("ABUSE", "DUPLICATE", "OFF_TOPIC", "OUTDATED", "RESOLVED", "SPAM");
    private static final Map<String, String> EMOJI =
            Map.ofEntries(
                    Map.entry("+1", "THUMBS_UP"),
                    Map.entry("thumbsup", "THUMBS_UP"),
                    Map.entry("👍", "THUMBS_UP"),
                    Map.entry("-1", "THUMBS_DOWN"),
                    Map.entry("thumbsdown", "THUMBS_DOWN"),
                    Map.entry("👎", "THUMBS_DOWN"),
                    Map.entry("laugh", "LAUGH"),
                    Map.entry("smile", "LAUGH"),
                    Map.entry("😄", "LAUGH"),
                    Map.entry("confused", "CONFUSED"),
                    Map.entry("😕", "CONFUSED"),
                    Map.entry("heart", "HEART"),
                    Map.entry("❤️", "HEART"),
                    Map.entry("❤", "HEART"),
                    Map.entry("hooray", "HOORAY"),
                    Map.entry("tada", "HOORAY"),
                    Map.entry("🎉", "HOORAY"),
                    Map.entry("rocket", "ROCKET"),
                    Map.entry("🚀", "ROCKET"),
                    Map.entry("eyes", "EYES"),
                    Map.entry("👀", "EYES"));

    Done label(Act act) {
        var where = Where.of(act.target());
        if (where.discussion()) {
            throw new IllegalArgumentException("Only issues and pull requests get labels here.");
        }
        var label = act.text().strip();
        if (removes(act)) {
            var path = where.issue() + "/labels/" + Ask.part(label);
            api.line().ask(api.bare("DELETE", path).allowing(404));
        } else {
            api.line()
                    .ask(
                            api.send(
                                    "POST",
                                    where.issue() + "/labels",
                                    Map.of("labels", List.of(label))));
        }
        return done(act);
    }

    private static boolean removes(Act act) {
        return act.more("remove").equals("true");
    }

    private static Done done(Act act) {
        return new Done(act.target(), act.more("url"));
    }

    Done lock(Act act) {
        var where = Where.of(act.target());
        if (where.discussion()) {
            var id = new Graph(api).discussion(where);
            mutate(removes(act) ? "unlockLockable" : "lockLockable", "lockableId", id, Map.of());
        } else if (removes(act)) {
            api.line().ask(api.bare("DELETE", where.issue() + "/lock").allowing(404));
        } else {
            var reason = act.text().strip().toLowerCase(Locale.ROOT);
            var path = where.issue() + "/lock";
            api.line()
                    .ask(
                            LOCKS.contains(reason)
                                    ? api.send("PUT", path, Map.of("lock_reason", reason))
                                    : api.bare("PUT", path));
        }
        return done(act);
    }

    /// GitHub wants a reason out of a few; where none of them is given, it is off topic.
    Done hide(Act act) {
        var where = Where.of(act.target());
        if (where.thread()) {
            throw new IllegalArgumentException("Only comments can be hidden, not what began them.");
        }
        var reason = act.text().strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        mutate(
                "minimizeComment",
                "subjectId",
                new Graph(api).node(where),
                Map.of("classifier", HIDES.contains(reason) ? reason : "OFF_TOPIC"));
        return done(act);
    }

    Done unhide(Act act) {
        var node = new Graph(api).node(Where.of(act.target()));
        mutate("unminimizeComment", "subjectId", node, Map.of());
        return done(act);
    }

    private void mutate(String what, String field, String id, Map<String, String> more) {
        var input = new java.util.LinkedHashMap<String, Object>(more);
        input.put(field, id);
        var type = Character.toUpperCase(what.charAt(0)) + what.substring(1) + "Input!";
        new Graph(api)
                .ask(
                        "mutation($input: %s) { %s(input: $input) { clientMutationId } }"
                                .formatted(type, what),
                        Map.of("input", input));
    }

    Done react(Act act) {
        var where = Where.of(act.target());
        var emoji = EMOJI.get(act.text().strip().replaceAll("^:|:$", "").toLowerCase(Locale.ROOT));
        if (emoji == null || where.kind().equals("review")) {
            throw new IllegalArgumentException(
                    "GitHub knows these reactions, and none to reviews: +1, -1, laugh, confused, heart, hooray, rocket, eyes.");
        }
        if (where.discussion()) {
            mutate(
                    "addReaction",
                    "subjectId",
                    new Graph(api).node(where),
                    Map.of("content", emoji));
        } else {
            api.line()
                    .ask(
                            api.send(
                                    "POST",
                                    where.path() + "/reactions",
                                    Map.of("content", rest(emoji))));
        }
        return done(act);
    }

    private static String rest(String emoji) {
        return switch (emoji) {
            case "THUMBS_UP" -> "+1";
            case "THUMBS_DOWN" -> "-1";
            default -> emoji.toLowerCase(Locale.ROOT);
        };
    }

    /// In each organisation whose repositories are connected, or the one that is named.
    Done block(Act act, boolean lift) {
        var named = act.more("organisation");
        var all =
                named.isEmpty()
                        ? api.line().connection().list("repositories").stream()
                                .map(one -> one.replaceFirst("/.*$", ""))
                                .distinct()
                                .toList()
                        : List.of(named);
        for (var organisation : all) {
            var path =
                    "/orgs/%s/blocks/%s"
                            .formatted(Ask.part(organisation), Ask.part(act.target().strip()));
            var reply = api.line().ask(api.bare(lift ? "DELETE" : "PUT", path).allowing(404, 422));
            if (reply.status() == 404 && !lift) {
                throw new IllegalArgumentException(
                        "%s is no organisation of which the token may block people."
                                .formatted(organisation));
            }
        }
        return done(act);
    }
}
