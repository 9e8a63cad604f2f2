package org.folkmoot.sources.gitlab;

import static org.folkmoot.connectors.intake.JsonRows.textOrNull;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what GitLab answers. Ids are as in its addresses, with the number of the project, which no
/// renaming changes: `42/issues/7/notes/301`. What is confidential is left out.
final class GitLabAnswers {

    private final String source;
    private final Finds finds;

    /// @param host `gitlab.com`
    GitLabAnswers(String host, Finds finds) {
        this.source = "gitlab:" + host;
        this.finds = finds;
        finds.add(new Found.Origin(source, host, Markup.MARKDOWN));
    }

    void project(JsonNode project) {
        var id = textOrNull(project, "id");
        var name = textOrNull(project, "path_with_namespace");
        if (id != null && name != null) {
            finds.add(
                    Found.Place.of(source, id, name, Style.FORUM)
                            .about(
                                    textOrNull(project, "description"),
                                    textOrNull(project, "web_url")));
        }
    }

    @Nullable String user(JsonNode user) {
        var id = textOrNull(user, "id");
        if (id != null) {
            var name = textOrNull(user, "username");
            finds.add(
                    Person.of(source, id)
                            .with(Field.NAME, textOrNull(user, "name"))
                            .with(Field.HANDLE, name)
                            .with(Field.EMAIL, textOrNull(user, "public_email"))
                            .with(Field.AVATAR, textOrNull(user, "avatar_url"))
                            .with(Field.URL, textOrNull(user, "web_url"))
                            .flag(
                                    Person.Flag.BOT,
                                    user.path("bot").asBoolean(false)
                                            || (name != null
                                                    && name.matches(
                                                            "(project|group)_\\d+_bot.*"))));
        }
        return id;
    }

    static String id(String project, String list, JsonNode thing) {
        return "%s/%s/%s".formatted(project, list, thing.path("iid").asString(""));
    }

    /// An issue or a merge request.
    ///
    /// @param list `issues` or `merge_requests`
    /// @param project the number of the one that it was asked for
    void thread(JsonNode thing, String list, String project) {
        var at = JsonTimes.at(thing, "created_at");
        if (at == null || textOrNull(thing, "iid") == null) {
            refuse(thing, "This has no number or no time that can be read.");
            return;
        }
        if (thing.path("confidential").asBoolean(false)) {
            return;
        }
        var kind = list.equals("issues") ? Kind.ISSUE : Kind.PULL_REQUEST;
        finds.add(
                Deed.of(source, id(project, list, thing), kind, user(thing.path("author")), at)
                        .in(project)
                        .titled(textOrNull(thing, "title"))
                        .saying(textOrNull(thing, "description"))
                        .at(textOrNull(thing, "web_url"))
                        .edited(later(thing, at))
                        .fact("state", textOrNull(thing, "state"))
                        .fact("labels", labels(thing)));
    }

    private static String labels(JsonNode thing) {
        return String.join(
                ", ",
                thing.path("labels")
                        .valueStream()
                        .map(label -> label.asString(label.path("name").asString("")))
                        .toList());
    }

    /// A comment; what GitLab itself notes, and what is meant for the team only, is left out.
    ///
    /// @param thread the id of what it is under
    void note(JsonNode note, String thread) {
        var id = textOrNull(note, "id");
        var at = JsonTimes.at(note, "created_at");
        if (note.path("system").asBoolean(false)
                || note.path("internal").asBoolean(note.path("confidential").asBoolean(false))) {
            return;
        }
        if (id == null || at == null) {
            refuse(note, "This comment has no number or no time that can be read.");
            return;
        }
        var kind = note.path("type").asString("").equals("DiffNote") ? Kind.REVIEW : Kind.COMMENT;
        finds.add(
                Deed.of(source, thread + "/notes/" + id, kind, user(note.path("author")), at)
                        .in(thread.replaceFirst("/.*$", ""))
                        .under(thread)
                        .saying(textOrNull(note, "body"))
                        .edited(later(note, at)));
    }

    private static @Nullable Instant later(JsonNode row, Instant made) {
        var changed = JsonTimes.at(row, "updated_at");
        return changed != null && changed.isAfter(made) ? changed : null;
    }

    /// It is there no more.
    void gone(String id) {
        finds.add(new Found.Mark(source, id, Found.Mark.What.DELETED, null, null));
    }

    void refuse(JsonNode row, String why) {
        finds.add(new Found.Refused("GitLab", 0, why, row.toString()));
    }
}
