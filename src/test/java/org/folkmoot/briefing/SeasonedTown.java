package org.folkmoot.briefing;

import java.time.LocalDate;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// A community with half a year of days much like each other: 40 posts a day on slack and 20 on
/// github, each by another of so many members, fewer at weekends.
@NullUnmarked
final class SeasonedTown {

    static final int DAYS = 180;

    private final Town town;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    final Community here;

    /// @param last the last day on which anything is known
    /// @param odd a day of which only a tenth is known of slack; null for none
    SeasonedTown(
            Town town,
            JdbcTemplate db,
            TransactionTemplate transaction,
            LocalDate last,
            LocalDate odd) {
        this.town = town;
        this.db = db;
        this.transaction = transaction;
        this.here = town.found("UTC");
        town.in(here, () -> transaction.execute(_ -> write(last, odd)));
    }

    private int write(LocalDate last, LocalDate odd) {
        int id = here.id().value();
        for (int p = 1; p <= 2; p++) {
            var platform = p == 1 ? "slack" : "github";
            db.update(
                    "insert into activity.source values (?, ?, ?, ?, ?, 'plain')",
                    id,
                    p,
                    platform + ":1",
                    platform,
                    platform);
            db.update(
                    "insert into activity.place (community_id, id, source_id, external_id, name, style) values (?, ?, ?, ?, ?, 'chat')",
                    id,
                    p,
                    p,
                    "P" + p,
                    "#" + platform);
            int many = p == 1 ? 40 : 20;
            db.update(
                    """
                    insert into members.member (community_id, id, name, role, first_seen)
                    select ?, ? + n, ? || n, 'member', now() - interval '2 years' from generate_series(1, ?) n
                    """,
                    id,
                    p * 1000,
                    platform + " ",
                    many);
            db.update(
                    """
                    insert into members.identity (community_id, id, source, platform, external_id, member_id, first_seen)
                    select ?, ? + n, ?, ?, 'U' || n, ? + n, now() - interval '2 years' from generate_series(1, ?) n
                    """,
                    id,
                    p * 1000,
                    platform + ":1",
                    platform,
                    p * 1000,
                    many);
            db.update(
                    """
                    insert into activity.activity (community_id, id, source_id, external_id, told, kind, identity_id, place_id,
                        parent_id, thread_id, parent_external, at, day, counted, starts, text, mentions, facts, digest)
                    select ?, a.id, ?, 'A' || a.id, 'message', 'message', ? + a.n, ?, null, a.id, null,
                        a.day + interval '12 hours', a.day, true, false, 'Words', '{}', '{}', 0
                    from (select (?::bigint * 1000000 + (d.day::date - date '2020-01-01') * 100 + n) as id, n, d.day::date as day
                        from generate_series(?::date, ?::date, interval '1 day') d(day), generate_series(1, ?) n
                        where n <= ? * (case when extract(isodow from d.day) > 5 then 0.4 else 1 end)
                            * (case when ? = 1 and d.day::date = ?::date then 0.1 else 1 end)
                            - (d.day::date - date '2020-01-01') % 3) a
                    """,
                    id,
                    p,
                    p * 1000,
                    p,
                    p,
                    last.minusDays(DAYS).toString(),
                    last.toString(),
                    many,
                    many,
                    p,
                    odd == null ? null : odd.toString());
        }
        return db.update(
                """
                insert into activity.presence
                select community_id, day, identity_id, count(*), count(*), count(*), count(*) from activity.activity
                where community_id = ? group by community_id, day, identity_id
                """,
                id);
    }

    /// Takes away what is known of slack from that day on.
    void forget(LocalDate since) {
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    db.update(
                                            "delete from activity.activity where community_id = ? and source_id = 1 and day >= ?::date",
                                            here.id().value(),
                                            since.toString());
                                    return db.update(
                                            "delete from activity.presence where community_id = ? and identity_id < 2000 and day >= ?::date",
                                            here.id().value(),
                                            since.toString());
                                }));
    }
}
