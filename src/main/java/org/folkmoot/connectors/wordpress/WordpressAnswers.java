package org.folkmoot.connectors.wordpress;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.wordpress.WxrSite.BLOG;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/// Reads what a site's REST API (wp/v2) answers, as the importer reads an export: what both tell of
/// the same thing has the same id.
public final class WordpressAnswers {

    private final String source;
    private final Finds finds;
    private final RestPeople people;

    /// @param home the blog's address, as an export names it
    /// @param names the person's id of each user's number, as far as known; may grow
    public WordpressAnswers(
            String home, String title, String about, Map<String, String> names, Finds finds) {
        var bare = WxrSite.bare(home);
        this.source = source(home);
        this.finds = finds;
        this.people = new RestPeople(source, names, finds);
        var called = title.isBlank() ? bare : title;
        finds.add(new Found.Origin(source, called, Markup.HTML));
        finds.add(
                Found.Place.of(source, BLOG, called, Style.PUBLICATION)
                        .about(orNull(about), home.contains("://") ? home : null));
    }

    /// The space of all that a blog tells.
    public static String source(String home) {
        return "wordpress:" + WxrSite.bare(home);
    }

    /// A user, as the list of users or the embedded author of a post has them.
    ///
    /// @return the person's id: the login where it may be seen, else the name in their address
    public String user(JsonNode row) {
        return people.user(row);
    }

    /// A post, page or whatever else is published.
    ///
    /// @param name where it was asked for, for a row that cannot be used
    public void post(JsonNode row, String name) {
        var id = text(row, "id");
        var own = date(row, "date_gmt");
        var at = own == null ? date(row, "date") : own;
        if (id.isEmpty() || at == null) {
            refuse(row, name, "This post has no id or no date that can be read.");
            return;
        }
        var type = text(row, "type");
        var changed = date(row, "modified_gmt");
        var author = text(row, "author");
        finds.add(
                Deed.of(source, id, WxrSite.kind(type), people.author(author), at)
                        .inferred(own == null)
                        .in(BLOG)
                        .titled(orNull(title(row.path("title"))))
                        .saying(orNull(words(row.path("content"))))
                        .at(orNull(text(row, "link")))
                        .edited(changed != null && changed.isAfter(at) ? changed : null)
                        .fact("type", type.equals("post") ? null : type)
                        .fact("private", text(row, "status").equals("private") ? "true" : null)
                        .fact("excerpt", text(row.path("excerpt"), "raw").strip())
                        .fact("categories", terms(row, "category"))
                        .fact("tags", terms(row, "post_tag")));
        if (row.path("sticky").asBoolean(false)) {
            finds.add(new Mark(source, id, Mark.What.PINNED, null, null));
        }
    }

    /// A comment that is shown, or one that waits for somebody to approve it: that is nobody's
    /// activity yet, so it is only noted.
    ///
    /// @param edited when it was seen to read otherwise than before; null when it was not
    public void comment(JsonNode row, @Nullable Instant edited, String name) {
        var id = text(row, "id");
        var own = date(row, "date_gmt");
        var at = own == null ? date(row, "date") : own;
        if (id.isEmpty() || at == null) {
            refuse(row, name, "This comment has no id or no date that can be read.");
            return;
        }
        var waits = waits(row);
        var linked = text(row, "type").matches("pingback|trackback");
        var parent = text(row, "parent");
        var post = text(row, "post");
        finds.add(
                Deed.of(
                                source,
                                "c" + id,
                                waits || linked ? Kind.SYSTEM_NOTE : Kind.COMMENT,
                                linked ? null : people.commenter(row),
                                at)
                        .inferred(own == null)
                        .in(BLOG)
                        .under(
                                parent.matches("0?")
                                        ? (post.matches("0?") ? null : post)
                                        : "c" + parent)
                        .saying(orNull(words(row.path("content"))))
                        .at(orNull(text(row, linked ? "author_url" : "link")))
                        .edited(edited)
                        .fact("state", waits ? "waits for approval" : null)
                        .fact("type", linked ? text(row, "type") : null)
                        .fact("by", linked ? text(row, "author_name") : null));
    }

    /// Whether a comment waits for approval.
    public static boolean waits(JsonNode comment) {
        return text(comment, "status").matches("hold|unapproved|0");
    }

    /// Something that was there and is not any more.
    ///
    /// @param id as the deed has it
    public void gone(String id) {
        finds.add(new Mark(source, id, Mark.What.DELETED, null, null));
    }

    /// What was written, as an export has it; who may not see that gets what is shown.
    public static String words(JsonNode told) {
        var raw = text(told, "raw");
        return (raw.isEmpty() ? text(told, "rendered") : raw).strip();
    }

    /// Titles are text, though the API shows them as HTML to those who may not edit.
    public static String title(JsonNode told) {
        var raw = text(told, "raw");
        return (raw.isEmpty() ? HtmlUtils.htmlUnescape(text(told, "rendered")) : raw).strip();
    }

    private static String terms(JsonNode post, String taxonomy) {
        var names = new ArrayList<String>();
        for (var group : post.path("_embedded").path("wp:term")) {
            for (var term : group) {
                if (text(term, "taxonomy").equals(taxonomy)) {
                    names.add(HtmlUtils.htmlUnescape(text(term, "name")));
                }
            }
        }
        return String.join(", ", List.copyOf(names));
    }

    /// Times without a zone are those of UTC.
    public static @Nullable Instant date(JsonNode row, String field) {
        var text = text(row, field);
        return text.startsWith("0000") ? null : Dates.USUAL.read(text);
    }

    static String text(JsonNode row, String field) {
        var value = row.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("") : "";
    }

    private void refuse(JsonNode row, String name, String reason) {
        finds.add(new Found.Refused(name, 1, reason, row.toString()));
    }
}
