package org.folkmoot.sources.asana;

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

/// Reads what Asana answers. Its numbers (gid) are unlike any other of Asana, whatever they name.
final class AsanaAnswers {

    static final String SOURCE = "asana";

    private final Finds finds;

    AsanaAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Asana", Markup.PLAIN));
    }

    void project(JsonNode project) {
        var id = textOrNull(project, "gid");
        var name = textOrNull(project, "name");
        if (id != null && name != null) {
            finds.add(
                    Found.Place.of(SOURCE, id, name, Style.OTHER)
                            .about(
                                    textOrNull(project, "notes"),
                                    textOrNull(project, "permalink_url")));
        }
    }

    void user(JsonNode user) {
        var id = textOrNull(user, "gid");
        if (id != null) {
            finds.add(
                    Person.of(SOURCE, id)
                            .with(Field.NAME, textOrNull(user, "name"))
                            .with(Field.EMAIL, textOrNull(user, "email"))
                            .with(Field.AVATAR, textOrNull(user.path("photo"), "image_128x128")));
        }
    }

    void task(JsonNode task) {
        var id = textOrNull(task, "gid");
        var at = JsonTimes.at(task, "created_at");
        if (id == null || at == null) {
            refuse(task, "This task has no number or no time that can be read.");
            return;
        }
        var changed = JsonTimes.at(task, "modified_at");
        var due = textOrNull(task, "due_at");
        finds.add(
                Deed.of(SOURCE, id, Kind.ISSUE, who(task.path("created_by")), at)
                        .in(textOrNull(task.path("projects").path(0), "gid"))
                        .titled(textOrNull(task, "name"))
                        .saying(textOrNull(task, "notes"))
                        .at(textOrNull(task, "permalink_url"))
                        .edited(changed != null && changed.isAfter(at) ? changed : null)
                        .fact("due", due == null ? textOrNull(task, "due_on") : due)
                        .fact("completed", textOrNull(task, "completed_at")));
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
        var id = textOrNull(story, "gid");
        var at = JsonTimes.at(story, "created_at");
        var task = textOrNull(story.path("target"), "gid");
        if (id == null || at == null) {
            refuse(story, "This comment has no number or no time that can be read.");
            return;
        }
        finds.add(
                Deed.of(SOURCE, id, Kind.COMMENT, who(story.path("created_by")), at)
                        .under(under == null ? task : under)
                        .saying(textOrNull(story, "text"))
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
        return textOrNull(user, "gid");
    }

    /// It is there no more.
    void gone(String id, @Nullable Instant at) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, at));
    }

    private void refuse(JsonNode row, String why) {
        finds.add(new Found.Refused("Asana", 0, why, row.toString()));
    }
}
