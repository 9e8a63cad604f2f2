package org.folkmoot.sources.linkedin;

import java.time.Duration;
import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns LinkedIn's answers into findings. Everything has a name of its own there (URN). Of people
/// LinkedIn gives no more than that.
final class LinkedInPosts {

    static final String SOURCE = "linkedin";

    private static final String FEED = "https://www.linkedin.com/feed/update/";

    /// So long LinkedIn itself changes a post that is new.
    private static final Duration PUBLISHING = Duration.ofMinutes(1);

    private final Finds finds;

    LinkedInPosts(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "LinkedIn", Markup.PLAIN));
    }

    /// @param urn of the page, which is a place and also writes itself
    void organization(JsonNode row, String urn) {
        var name = row.path("localizedName").asString(urn);
        var vanity = row.path("vanityName").asString("");
        var url =
                "https://www.linkedin.com/company/"
                        + (vanity.isEmpty() ? urn.replaceFirst("^.*:", "") : vanity);
        finds.add(Found.Place.of(SOURCE, urn, name, Style.PUBLICATION).about(null, url));
        finds.add(
                Person.of(SOURCE, urn)
                        .with(Found.Field.NAME, name)
                        .with(Found.Field.HANDLE, vanity)
                        .with(Found.Field.URL, url));
    }

    /// @param place the page in whose place it belongs
    void post(JsonNode row, String place) {
        var id = row.path("id").asString("");
        var at = time(row, "publishedAt", "firstPublishedAt", "createdAt");
        if (id.isEmpty() || at == null) {
            refused(row, "post");
            return;
        }
        if (row.path("lifecycleState").asString("PUBLISHED").equals("DRAFT")) {
            return; // nobody has said it yet
        }
        var little = row.path("commentary").asString("");
        var shared = row.path("reshareContext").path("parent").asString("");
        var changed = time(row, "lastModifiedAt");
        var edited =
                changed != null
                        && (row.path("lifecycleStateInfo").path("isEditedByAuthor").asBoolean(false)
                                || changed.isAfter(at.plus(PUBLISHING)));
        finds.add(
                Deed.of(
                                SOURCE,
                                id,
                                shared.isEmpty() ? Kind.MESSAGE : Kind.SHARE,
                                author(row.path("author")),
                                at)
                        .in(place)
                        .under(shared.isEmpty() ? null : shared)
                        .titled(title(row))
                        .saying(LittleText.plain(little))
                        .at(FEED + id)
                        .edited(edited ? changed : null)
                        .mentioning(LittleText.mentions(little)));
    }

    private static @Nullable String title(JsonNode row) {
        for (var kind : new String[] {"article", "media", "poll"}) {
            var content = row.path("content").path(kind);
            var title = content.path("title").asString(content.path("question").asString(""));
            if (!title.isEmpty()) {
                return title;
            }
        }
        return null;
    }

    /// @param entity the post or comment for whose comments was asked
    /// @return its name; empty when it cannot be used
    String comment(JsonNode row, String entity, String place) {
        var id = urn(row);
        var at = time(row.path("created"), "time");
        if (id.isEmpty() || at == null) {
            refused(row, "comment");
            return "";
        }
        var parent = row.path("parentComment").asString("");
        finds.add(
                Deed.of(
                                SOURCE,
                                id,
                                Kind.COMMENT,
                                author(
                                        row.path("actor").isMissingNode()
                                                ? row.path("created").path("actor")
                                                : row.path("actor")),
                                at)
                        .in(place)
                        .under(parent.isEmpty() ? entity : parent)
                        .saying(row.path("message").path("text").asString(""))
                        .edited(changed(row, at)));
        return id;
    }

    /// Also of one that only has a number below what it is about.
    static String urn(JsonNode comment) {
        var id = comment.path("id").asString("");
        var about = comment.path("object").asString("");
        var made =
                id.isEmpty() || about.isEmpty()
                        ? ""
                        : "urn:li:comment:(%s,%s)".formatted(about, id);
        return comment.path("commentUrn").asString(comment.path("$URN").asString(made));
    }

    void reaction(JsonNode row, String entity, String place) {
        var who = author(row.path("created").path("actor"));
        var at = time(row.path("created"), "time");
        if (who == null || at == null) {
            refused(row, "reaction");
            return;
        }
        finds.add(
                Deed.of(SOURCE, "%s/reaction/%s".formatted(entity, who), Kind.REACTION, who, at)
                        .in(place)
                        .under(entity)
                        .edited(changed(row, at))
                        .saying(row.path("reactionType").asString("LIKE")));
    }

    private static @Nullable Instant changed(JsonNode row, Instant at) {
        var changed = time(row.path("lastModified"), "time");
        return changed != null && changed.isAfter(at) ? changed : null;
    }

    void gone(String id) {
        finds.add(new Found.Mark(SOURCE, id, Found.Mark.What.DELETED, null, null));
    }

    private void refused(JsonNode row, String what) {
        finds.add(new Found.Refused(what, 0, "It has no name, no one or no time.", row.toString()));
    }

    /// Null for a member who is no more, or hides.
    private static @Nullable String author(JsonNode urn) {
        var text = urn.asString("");
        return text.startsWith("urn:li:") ? text : null;
    }

    /// Milliseconds since 1970, the first of these that is there.
    private static @Nullable Instant time(JsonNode row, String... fields) {
        for (var field : fields) {
            var millis = row.path(field).asLong(0);
            if (millis > 0) {
                return Instant.ofEpochMilli(millis);
            }
        }
        return null;
    }
}
