package org.folkmoot.connectors.stackexchange;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;

/// Translates rows of the dump into findings.
final class Dump {

    private final Site site;
    private final People people;
    private final Finds finds;
    private final Owners owners;
    private final Revisions revisions;

    Dump(Site site, People people, Owners owners, Finds finds) {
        this.site = site;
        this.people = people;
        this.owners = owners;
        this.finds = finds;
        this.revisions = new Revisions(site, people, owners, finds);
    }

    void row(Table table, Row row) {
        var id = row.get("Id");
        if (table == Table.TAGS) {
            return;
        }
        if (id == null) {
            refuse(row, "This row has no Id.");
            return;
        }
        if (table == Table.USERS) {
            people.profile(row, id);
            return;
        }
        var date = table == Table.BADGES ? "Date" : "CreationDate";
        var at = row.time(date);
        if (at == null) {
            refuse(
                    row,
                    "This row has no %s that can be read, or one before 1970 or after 2099."
                            .formatted(date));
            return;
        }
        switch (table) {
            case POSTS -> post(row, id, at);
            case COMMENTS -> comment(row, id, at);
            case BADGES -> badge(row, id, at);
            case VOTES -> vote(row, id, at);
            case POSTHISTORY -> revisions.add(row, id, at);
            case POSTLINKS -> link(row, id, at);
            case USERS, TAGS -> throw new IllegalStateException("read above: " + table);
        }
    }

    void end() {
        revisions.flush();
    }

    private void post(Row row, String id, Instant at) {
        var who = people.who(row, "OwnerUserId", "OwnerDisplayName");
        owners.put(row.number("Id"), row.number("OwnerUserId"));
        var type = row.number("PostTypeId");
        var parent = row.get("ParentId");
        if (type == 2 && parent == null) {
            refuse(row, "This answer does not name its question.");
            return;
        }
        var kind =
                switch (type) {
                    case 1 -> Kind.QUESTION;
                    case 2 -> Kind.REPLY;
                    case 3, 4, 5 -> Kind.WIKI_EDIT;
                    case 6 -> Kind.MESSAGE;
                    case 9 -> Kind.ARTICLE;
                    default -> Kind.SYSTEM_NOTE;
                };
        var deed =
                Deed.of(site.source(), "post/" + id, kind, who, at)
                        .in(site.place())
                        .under(type == 2 ? "post/" + parent : null)
                        .titled(row.get("Title"))
                        .saying(row.get("Body"))
                        .at(
                                site.url(
                                        (type == 1 ? "/questions/" : type == 2 ? "/a/" : "/posts/")
                                                + id))
                        .edited(row.time("LastEditDate"))
                        .fact("type", type == 1 || type == 2 ? null : row.get("PostTypeId"))
                        .fact("tags", tags(row.values().getOrDefault("Tags", "")));
        for (var name : Facts.OF_POSTS) {
            deed = deed.fact(Facts.snake(name), row.get(name));
        }
        finds.add(deed);
        var accepted = row.get("AcceptedAnswerId");
        if (accepted != null) {
            finds.add(new Mark(site.source(), "post/" + accepted, Mark.What.ACCEPTED, who, null));
        }
        if (row.get("DeletionDate") != null) {
            finds.add(
                    new Mark(
                            site.source(),
                            "post/" + id,
                            Mark.What.DELETED,
                            null,
                            row.time("DeletionDate")));
        }
    }

    /// `<r><git>` or `|r|git|` as `r, git`.
    private static String tags(String given) {
        return given.replaceAll("[<>|]+", " ").strip().replace(" ", ", ");
    }

    /// Comments alone are no HTML in the dump; escaped, they are shown as they were written.
    private void comment(Row row, String id, Instant at) {
        var post = row.get("PostId");
        if (post == null) {
            refuse(row, "This comment does not name its post.");
            return;
        }
        var text = row.values().getOrDefault("Text", "");
        finds.add(
                Deed.of(
                                site.source(),
                                "comment/" + id,
                                Kind.COMMENT,
                                people.who(row, "UserId", "UserDisplayName"),
                                at)
                        .in(site.place())
                        .under("post/" + post)
                        .saying(Facts.escaped(text))
                        .fact("score", row.get("Score")));
    }

    private void badge(Row row, String id, Instant at) {
        finds.add(
                Deed.of(site.source(), "badge/" + id, Kind.BADGE, row.get("UserId"), at)
                        .in(site.place())
                        .saying(row.get("Name"))
                        .fact("class", Facts.badge(row.number("Class")))
                        .fact("tag_based", row.get("TagBased")));
    }

    /// A vote's time is cut to its day. Most are anonymous.
    private void vote(Row row, String id, Instant at) {
        var post = row.get("PostId");
        if (post == null) {
            refuse(row, "This vote does not name its post.");
            return;
        }
        var type = row.number("VoteTypeId");
        if (type == 1) {
            finds.add(new Mark(site.source(), "post/" + post, Mark.What.ACCEPTED, null, at));
            return;
        }
        var kind = type == 2 || type == 3 || type == 5 || type == 8 ? Kind.VOTE : Kind.SYSTEM_NOTE;
        finds.add(
                Deed.of(site.source(), "vote/" + id, kind, row.get("UserId"), at)
                        .inferred(true)
                        .in(site.place())
                        .under("post/" + post)
                        .saying(Facts.vote(type))
                        .fact("bounty", row.get("BountyAmount")));
    }

    private void link(Row row, String id, Instant at) {
        var other = row.get("RelatedPostId");
        finds.add(
                Deed.of(site.source(), "link/" + id, Kind.SYSTEM_NOTE, null, at)
                        .in(site.place())
                        .under(row.get("PostId") == null ? null : "post/" + row.get("PostId"))
                        .saying(row.number("LinkTypeId") == 3 ? "duplicate of" : "links to")
                        .fact("related", other == null ? null : "post/" + other));
    }

    private void refuse(Row row, String reason) {
        finds.add(new Found.Refused(row.file(), row.line(), reason, row.raw()));
    }
}
