package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.metrics.Beat.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whose own activity changed most against what they usually are. Worked out as it is looked
/// at and kept nowhere.
@Repository
@Transactional(readOnly = true)
class Contributors {

    private static final int MOST = 5;

    /// Weeks before that say what is usual.
    private static final int WEEKS = 8;

    private final JdbcClient db;

    Contributors(JdbcClient db) {
        this.db = db;
    }

    /// @param usual the mean of the same days of the eight weeks before
    record Contributor(long member, String name, long now, double usual) {}

    /// Those who make up most of the difference, in its direction.
    List<Contributor> of(Alert alert) {
        var finding = alert.finding();
        return db.sql(
                        """
                        with deed as (%s),
                        person as (
                            select i.member_id, sum(d.n) filter (where d.day >= :first) as now,
                                coalesce(sum(d.n) filter (where d.day < :first), 0) / %d.0 as usual
                            from deed d join members.report_identity i on i.community_id = folkmoot.community()
                                and i.identity_id = d.identity_id
                            where i.role = 'member' %s
                            group by i.member_id)
                        select p.member_id, m.name, coalesce(p.now, 0), p.usual from person p
                        join members.report_member m on m.community_id = folkmoot.community() and m.member_id = p.member_id
                        where %s >= 1
                        order by abs(coalesce(p.now, 0) - p.usual) desc, p.member_id limit :most
                        """
                                .formatted(
                                        finding.where() == Where.PLACE ? IN_PLACE : IN_ALL,
                                        WEEKS,
                                        finding.where() == Where.PLATFORM
                                                ? "and i.platform = :key"
                                                : "",
                                        finding.fell()
                                                ? "p.usual - coalesce(p.now, 0)"
                                                : "coalesce(p.now, 0) - p.usual"))
                .param("first", alert.first())
                .param("last", alert.last())
                .param("since", alert.first().minusWeeks(WEEKS))
                .param("span", finding.span())
                .param("key", finding.key())
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Contributor(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getDouble(4)))
                .list();
    }

    /// The days themselves, and the same weekdays before.
    private static final String DAYS =
            "day >= :since and day <= :last and ((cast(:last as date) - day) % 7) < :span";

    private static final String IN_ALL =
            "select day, identity_id, active as n from activity.report_presence"
                    + " where community_id = folkmoot.community() and active > 0 and "
                    + DAYS;

    private static final String IN_PLACE =
            "select day, identity_id, count(*) as n from activity.report_activity"
                    + " where community_id = folkmoot.community() and counted and kind not in ('join', 'leave') and place_id = cast(:key as bigint)"
                    + " and at >= cast(:since as date) - 1 and "
                    + DAYS
                    + " group by day, identity_id";
}
