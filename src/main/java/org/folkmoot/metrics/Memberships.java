package org.folkmoot.metrics;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/// Who came, left and came back.
@Repository
class Memberships {

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    record Moves(long joined, long left) {
        static final Moves NONE = new Moves(0, 0);

        Moves plus(Moves other) {
            return new Moves(joined + other.joined, left + other.left);
        }
    }

    /// The people behind it, newest first.
    MappedQuerySpec<Mover> joined(Ask ask, Listing.Page page) {
        return list(ask, page, "first_seen", "first_seen >= :from and first_seen < :to");
    }

    MappedQuerySpec<Mover> left(Ask ask, Listing.Page page) {
        return list(
                ask,
                page,
                "left_at",
                "left_at is not null and left_at >= :from and left_at < :to and first_seen < :to"
                        + " and (back_at is null or back_at >= :to)");
    }

    private MappedQuerySpec<Mover> list(Ask ask, Listing.Page page, String when, String which) {
        return db.sql(
                        """
                                with person as (%s)
                                select p.member_id, m.name, p.%s, m.platforms
                                from person p join members.report_member m on m.community_id = :here and m.member_id = p.member_id
                                where %s
                                order by 3 desc, 1 desc limit :most offset :skip
                                """
                                .formatted(
                                        ask.filters().people(),
                                        when,
                                        which.replaceAll("(first_seen|left_at|back_at)", "p.$1")))
                .params(ask.params())
                .withFetchSize(500)
                .param("most", page.fetch())
                .param("skip", page.skip())
                .query(
                        (row, _) ->
                                new Mover(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        java.util.List.of((String[]) row.getArray(4).getArray())));
    }

    record Mover(long member, String name, Instant at, java.util.List<String> platforms) {}
}
