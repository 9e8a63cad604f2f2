package org.folkmoot.sources.notion;

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

/// Reads what Notion answers. Its ids are unlike any other in the world.
final class NotionAnswers {

    static final String SOURCE = "notion";

    private final Finds finds;

    NotionAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Notion", Markup.MARKDOWN));
    }

    void source(JsonNode source) {
        var id = textOrNull(source, "id");
        if (id != null) {
            var name = NotionText.of(source.path("title"));
            finds.add(
                    Found.Place.of(SOURCE, id, name.isBlank() ? "Untitled" : name, Style.OTHER)
                            .about(
                                    NotionText.of(source.path("description")),
                                    textOrNull(source, "url")));
        }
    }

    /// A page's part of it may be all that is known: its id.
    @Nullable String user(JsonNode user) {
        var id = textOrNull(user, "id");
        if (id != null) {
            finds.add(
                    Person.of(SOURCE, id)
                            .with(Field.NAME, textOrNull(user, "name"))
                            .with(Field.EMAIL, textOrNull(user.path("person"), "email"))
                            .with(Field.AVATAR, textOrNull(user, "avatar_url"))
                            .flag(Person.Flag.BOT, "bot".equals(textOrNull(user, "type"))));
        }
        return id;
    }

    /// @param words what its blocks say
    void page(JsonNode page, String words) {
        var id = textOrNull(page, "id");
        var at = JsonTimes.at(page, "created_time");
        if (id == null || at == null) {
            refuse(page, "This page has no id or no time that can be read.");
            return;
        }
        if (page.path("in_trash").asBoolean(page.path("archived").asBoolean(false))) {
            gone(id, JsonTimes.at(page, "last_edited_time"));
            return;
        }
        var changed = JsonTimes.at(page, "last_edited_time");
        var deed =
                Deed.of(SOURCE, id, Kind.WIKI_EDIT, user(page.path("created_by")), at)
                        .in(place(page.path("parent")))
                        .titled(NotionText.title(page))
                        .saying(words.isBlank() ? null : words)
                        .at(textOrNull(page, "url"))
                        .edited(changed != null && changed.isAfter(at) ? changed : null);
        for (var fact : NotionText.facts(page).entrySet()) {
            deed = deed.fact(fact.getKey(), fact.getValue());
        }
        finds.add(deed);
    }

    private static @Nullable String place(JsonNode parent) {
        return textOrNull(parent, "data_source_id");
    }

    /// @param page on which it is
    void comment(JsonNode comment, String page) {
        var id = textOrNull(comment, "id");
        var at = JsonTimes.at(comment, "created_time");
        if (id == null || at == null) {
            refuse(comment, "This comment has no id or no time that can be read.");
            return;
        }
        var changed = JsonTimes.at(comment, "last_edited_time");
        finds.add(
                Deed.of(SOURCE, id, Kind.COMMENT, user(comment.path("created_by")), at)
                        .under(page)
                        .saying(NotionText.of(comment.path("rich_text")))
                        .mentioning(NotionText.mentions(comment.path("rich_text")))
                        .edited(changed != null && changed.isAfter(at) ? changed : null));
    }

    /// It is there no more.
    void gone(String id, @Nullable Instant at) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, at));
    }

    private void refuse(JsonNode row, String why) {
        finds.add(new Found.Refused("Notion", 0, why, row.toString()));
    }
}
