package org.folkmoot.connectors.stackexchange;

import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import tools.jackson.databind.JsonNode;

/// Reads what a site's API answers, as the importer reads its dump: what both tell of the same
/// thing has the same id.
public final class StackExchangeAnswers {

    private final Site site;
    private final People people;
    private final Dump dump;
    private final Finds finds;

    /// @param host `tex.stackexchange.com`
    public StackExchangeAnswers(String host, Finds finds) {
        this.site = Site.of(Map.of("source", host));
        this.finds = finds;
        this.people = new People(site, finds);
        this.dump = new Dump(site, people, new Owners(false), finds);
        finds.add(new Found.Origin(site.source(), site.label(), Markup.HTML));
        finds.add(
                Found.Place.of(site.source(), site.place(), site.label(), Style.FORUM)
                        .about(null, site.url("")));
    }

    public void question(JsonNode row) {
        post(row, new ApiRow(row, "question_id").put("PostTypeId", "1"), "questions");
    }

    /// Whether it was accepted, its question tells.
    public void answer(JsonNode row) {
        post(
                row,
                new ApiRow(row, "answer_id")
                        .put("PostTypeId", "2")
                        .put("ParentId", row.path("question_id")),
                "answers");
    }

    private void post(JsonNode row, ApiRow told, String name) {
        owner(row);
        dump.row(Table.POSTS, told.by("OwnerUserId", "OwnerDisplayName").row(name));
    }

    /// Unlike in the dump, its text is HTML.
    public void comment(JsonNode row) {
        owner(row);
        var told = new ApiRow(row, "comment_id").by("UserId", "UserDisplayName").row("comments");
        var at = told.time("CreationDate");
        var id = told.get("Id");
        var post = row.path("post_id").asString("");
        if (id == null || at == null || post.isEmpty()) {
            finds.add(
                    new Found.Refused(
                            told.file(),
                            told.line(),
                            "This comment has no id, no post or no time that can be read.",
                            told.raw()));
            return;
        }
        finds.add(
                Deed.of(
                                site.source(),
                                "comment/" + id,
                                Kind.COMMENT,
                                people.who(told, "UserId", "UserDisplayName"),
                                at)
                        .in(site.place())
                        .under("post/" + post)
                        .saying(told.get("Body"))
                        .fact("score", told.get("Score")));
    }

    public void user(JsonNode row) {
        dump.row(Table.USERS, new ApiRow(row, "user_id").row("users"));
    }

    /// It is there no more.
    ///
    /// @param id as it is known here: `post/7`, `comment/8`
    public void gone(String id) {
        finds.add(new Found.Mark(site.source(), id, Found.Mark.What.DELETED, null, null));
    }

    private void owner(JsonNode row) {
        if (row.path("owner").path("user_id").isNumber()) {
            user(row.path("owner"));
        }
    }
}
