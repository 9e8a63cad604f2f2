package org.folkmoot.metrics;

import java.time.Instant;
import org.folkmoot.community.BusinessHours;
import org.folkmoot.community.HoursBook;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells whether anything has changed that numbers follow from: the ledger, what was read out of
/// posts, people and their tags, places, what kinds count as, and business hours. Costs the same
// however much there is.
@Repository
class Stamps {

    private final JdbcClient db;
    private final CountedKinds kinds;
    private final HoursBook hours;

    Stamps(JdbcClient db, CountedKinds kinds, HoursBook hours) {
        this.db = db;
        this.kinds = kinds;
        this.hours = hours;
    }

    /// Equal to another one when nothing has changed between them.
    record Stamp(
            long days, long tones, long people, String places, String kinds, BusinessHours hours) {}

    /// Read before what it is the stamp of: what changes meanwhile shows in the next one. What was
    /// read out of posts counts for the days alone that a window's tones are told of: a long past
    /// is read in the background, for hours perhaps.
    Stamp of(Ask ask) {
        return db.sql(
                        """
                        select (select coalesce(sum(version), 0)::bigint from activity.report_day where community_id = :here),
                               (select coalesce(sum(version), 0)::bigint from listening.report_day
                                where community_id = :here and day between :tonesFrom and :tonesTo),
                               (select coalesce(sum(times), 0)::bigint from members.report_stir where community_id = :here),
                               (select count(*) || ' ' || coalesce(sum(hashtextextended(place_id || ' ' || style || ' ' || platform || ' ' || name, 0)), 0)
                                from activity.report_place where community_id = :here)
                        """)
                .param("here", Here.community().value())
                .param("tonesFrom", ToneCount.first(ask))
                .param("tonesTo", ask.window().last())
                .query(
                        (row, _) ->
                                new Stamp(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        kinds.all(),
                                        hours.here()))
                .single();
    }

    /// Whether the ledger has something of after one moment, up to another: told of before it was.
    boolean comesTrue(Instant after, Instant upTo) {
        return db.sql(
                        """
                        select exists (select from activity.report_activity
                            where community_id = :here and at > :after and at <= :upTo)
                        """)
                .param("here", Here.community().value())
                .param("after", Ask.at(after))
                .param("upTo", Ask.at(upTo))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
