package org.folkmoot.connectors.stackexchange;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.jspecify.annotations.Nullable;

/// PostHistory: what happened to posts after they were written. One edit of title, body and tags is
/// three rows with one RevisionGUID; they become one deed. To edit another's post is wiki work; to
/// edit one's own is kept, but counts for nothing.
final class Revisions {

    private final Site site;
    private final People people;
    private final Owners owners;
    private final Finds finds;
    private @Nullable Deed pending;

    Revisions(Site site, People people, Owners owners, Finds finds) {
        this.site = site;
        this.people = people;
        this.owners = owners;
        this.finds = finds;
    }

    void add(Row row, String id, Instant at) {
        var type = row.number("PostHistoryTypeId");
        var post = row.number("PostId");
        var user = row.number("UserId");
        if (type >= 1 && type <= 3) {
            owners.put(post, user);
            return;
        }
        var edit = type >= 4 && type <= 9;
        var guid = row.get("RevisionGUID");
        var key = edit && guid != null ? "revision/" + guid : "history/" + id;
        var deed = pending;
        if (deed == null || !deed.id().equals(key)) {
            flush();
            var help = edit && owners.knows(post) && !owners.isBy(post, user);
            deed =
                    Deed.of(
                                    site.source(),
                                    key,
                                    help ? Kind.WIKI_EDIT : Kind.SYSTEM_NOTE,
                                    people.who(row, "UserId", "UserDisplayName"),
                                    at)
                            .in(site.place())
                            .under(row.get("PostId") == null ? null : "post/" + row.get("PostId"))
                            .fact("event", Facts.event(type))
                            .fact("comment", row.get("Comment"));
        }
        var text = row.get("Text");
        pending =
                switch (type) {
                    case 4, 7 -> deed.titled(text);
                    case 6, 9 -> deed.fact("tags", text);
                    default -> text == null ? deed : deed.saying(Facts.escaped(text));
                };
    }

    void flush() {
        if (pending != null) {
            finds.add(pending);
            pending = null;
        }
    }
}
