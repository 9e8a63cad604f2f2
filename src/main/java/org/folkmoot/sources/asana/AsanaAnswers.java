package org.folkmoot.sources.asana;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Asana answers. Its numbers (gid) are unlike any other of Asana, whatever they name.
final class AsanaAnswers {

    static final String SOURCE = "asana";

    private final Finds finds;

    AsanaAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Asana", Markup.PLAIN));
    }

    void project(JsonNode project) {
        var id = text(project, "gid");
        var name = text(project, "name");
        if (id != null && name != null) {
            finds.add(
                    Found.Place.of(SOURCE, id, name, Style.OTHER)
                            .about(text(project, "notes"), text(project, "permalink_url")));
        }
    }

    void user(JsonNode user) {
        var id = text(user, "gid");
        if (id != null) {
            finds.add(
                    Person.of(SOURCE, id)
                            .with(Field.NAME, text(user, "name"))
                            .with(Field.EMAIL, text(user, "email"))
                            .with(Field.AVATAR, text(user.path("photo"), "image_128x128")));
        }
    }

    void task(JsonNode task) {
        var id = text(task, "gid");
        var at = time(task, "created_at");
        if (id == null || at == null) {
            refuse(task, "This task has no number or no time that can be read.");
            return;
        }
        var changed = time(task, "modified_at");
        var due = text(task, "due_at");
        finds.add(
                Deed.of(SOURCE, id, Kind.ISSUE, who(task.path("created_by")), at)
                        .in(text(task.path("projects").path(0), "gid"))
                        .titled(text(task, "name"))
                        .saying(text(task, "notes"))
                        .at(text(task, "permalink_url"))
                        .edited(changed != null && changed.isAfter(at) ? changed : null)
                        .fact("due", due == null ? text(task, "due_on") : due)
                        .fact("completed", text(task, "completed_at")));
        likes(task, id, at);
    }

    /// A comment; what Asana itself notes under a task is left out.
    ///
    /// @param edited when it was last changed, as far as known
    void story(JsonNode story, @Nullable String under, @Nullable Instant edited) {
        var comment =
                story.path("type").asString("").equals("comment")
                        || story.path("resource_subtype").asString("").equals("comment_added");
        if (!comment) {
            return;
        }
        var id = text(story, "gid");
        var at = time(story, "created_at");
        var task = text(story.path("target"), "gid");
        if (id == null || at == null) {
            refuse(story, "This comment has no number or no time that can be read.");
            return;
        }
        finds.add(
                Deed.of(SOURCE, id, Kind.COMMENT, who(story.path("created_by")), at)
                        .under(under == null ? task : under)
                        .saying(text(story, "text"))
                        .edited(story.path("is_edited").asBoolean(false) ? edited : null));
        likes(story, id, at);
    }

    /// Asana does not tell when something was liked.
    private void likes(JsonNode row, String id, Instant at) {
        for (var like : row.path("likes")) {
            var who = who(like.path("user"));
            if (who != null) {
                finds.add(
                        Deed.of(SOURCE, id + "/like/" + who, Kind.REACTION, who, at)
                                .inferred(true)
                                .under(id)
                                .saying("heart"));
            }
        }
    }

    private @Nullable String who(JsonNode user) {
        user(user);
        return text(user, "gid");
    }

    /// It is there no more.
    void gone(String id, @Nullable Instant at) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, at));
    }

    private void refuse(JsonNode row, String why) {
        finds.add(new Found.Refused("Asana", 0, why, row.toString()));
    }

    static @Nullable String text(JsonNode row, String field) {
        var text = row.path(field).asString("").replace("\0", "");
        return text.isBlank() ? null : text;
    }

    static @Nullable Instant time(JsonNode row, String field) {
        var text = text(row, field);
        return text == null ? null : time(text);
    }

    static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
