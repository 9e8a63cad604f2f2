package org.folkmoot.sources.comparing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Counting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What platforms said how much there is, when they were last asked.
@Repository
@Transactional
public class Totals {

    private final JdbcClient db;

    Totals(JdbcClient db) {
        this.db = db;
    }

    /// As the platform has them in order; empty when it was never asked.
    @Transactional(readOnly = true)
    public List<Compared> of(long source) {
        return db.sql(
                        """
                        select name, theirs, ours, at from sources.total
                        where community_id = folkmoot.community() and source_id = :source order by n
                        """)
                .param("source", source)
                .query(
                        (row, _) ->
                                new Compared(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /// In place of what was kept before.
    List<Compared> keep(long source, List<Counting.Total> told, Instant now) {
        db.sql(
                        "delete from sources.total where community_id = folkmoot.community() and source_id = :source")
                .param("source", source)
                .update();
        int n = 0;
        for (var total : told) {
            db.sql(
                            """
                            insert into sources.total (community_id, source_id, n, name, theirs, ours, at)
                            values (folkmoot.community(), :source, :n, :name, :theirs, :ours, :now)
                            """)
                    .param("source", source)
                    .param("n", n++)
                    .param("name", total.name())
                    .param("theirs", total.theirs())
                    .param("ours", ours(source, total))
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return of(source);
    }

    private long ours(long source, Counting.Total total) {
        return total.kinds().isEmpty() ? people(source) : deeds(total);
    }

    private long people(long source) {
        return db.sql(
                        """
                        select count(*) from sources.account a
                        join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.source_id = :source
                            and i.joined_at is not null and (i.left_at is null or i.back_at > i.left_at)
                        """)
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private long deeds(Counting.Total total) {
        return db.sql(
                        """
                        select count(*) from activity.report_source s
                        join activity.report_activity a on a.community_id = s.community_id and a.source_id = s.source_id
                        left join activity.report_place p on p.community_id = a.community_id and p.place_id = a.place_id
                        left join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                        where s.community_id = folkmoot.community() and s.source = :source and a.counted
                            and a.told = any(:kinds) and (:place = '' or lower(p.name) = lower(:place))
                            and (:by = '' or i.external_id = :by)
                        """)
                .param("source", total.source())
                .param("kinds", total.kinds().stream().map(Kind::key).toArray(String[]::new))
                .param("place", total.place())
                .param("by", total.by())
                .query(Long.class)
                .single();
    }
}
