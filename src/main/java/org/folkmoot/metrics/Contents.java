package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/// What members made, and what others did with it.
@Repository
class Contents {

    private final JdbcClient db;
    private final CountedKinds kinds;

    Contents(JdbcClient db, CountedKinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    /// The whole, and by what one can break it down.
    ///
    /// @param hours weekday 1 (Monday) to 7, and hour 0 to 23, of the community's clock
    record Breakdown(
            Engagement whole,
            Views views,
            List<Part<String>> kinds,
            List<Part<String>> platforms,
            List<Part<Long>> places,
            List<Part<Hour>> hours,
            List<Part<LocalDate>> days) {}

    record Part<K>(K key, Engagement engagement) {}

    record Hour(int weekday, int hour) {}

    record Item(
            long id,
            String kind,
            @Nullable String title,
            long member,
            String by,
            String platform,
            @Nullable String place,
            Instant at,
            long engagements,
            @Nullable Long views) {

        /// Engagements per view; null when nobody viewed it, or its platform does not tell.
        @Nullable Double rate() {
            return views == null || views == 0
                    ? null
                    : Double.valueOf((double) engagements / views);
        }
    }

    /// What drew most engagement first.
    MappedQuerySpec<Item> list(Ask ask, Listing.Page page) {
        return db.sql(
                        engaged(ask)
                                + """
                        select e.id, e.kind, coalesce(nullif(a.title, ''), left(a.text, 140)), e.member_id, m.name, e.platform,
                               p.name, e.at, e.n, a.views
                        from (select * from engaged order by n desc, at desc, id desc limit :most offset :skip) e
                        join activity.report_activity a on a.community_id = :here and a.id = e.id
                        join members.report_member m on m.community_id = :here and m.member_id = e.member_id
                        left join activity.report_place p on p.community_id = :here and p.place_id = e.place_id
                        order by e.n desc, e.at desc, e.id desc
                        """)
                .params(ask.params())
                .withFetchSize(500)
                .param("most", page.fetch())
                .param("skip", page.skip())
                .query(
                        (row, _) ->
                                new Item(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getLong(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getObject(8, OffsetDateTime.class).toInstant(),
                                        row.getLong(9),
                                        row.getObject(10, Long.class)));
    }

    /// Every item of the window with `n`, what others did with it until the window's end.
    private String engaged(Ask ask) {
        return """
               with item as (
                   select a.id, a.kind, a.place_id, a.at, a.day, i.member_id, i.platform
                   from activity.report_activity a
                   join members.report_identity i on i.community_id = :here and i.identity_id = a.identity_id
                   where a.community_id = :here and a.counted and a.parent_external is null and a.kind in %1$s
                     and a.at >= :from and a.at < :to%2$s%3$s),
               engaged as materialized (
                   select it.*, e.n from item it
                   cross join lateral (
                       select count(*) as n
                       from activity.report_activity r
                       join members.report_identity i on i.community_id = :here and i.identity_id = r.identity_id
                       where r.community_id = :here and r.thread_id = it.id and r.thread_id <> r.id and r.counted and r.at < :to
                         and i.role in %4$s and i.member_id <> it.member_id
                         and (r.kind in %5$s or (r.kind in %6$s and r.parent_id = it.id))) e)
               """
                .formatted(
                        kinds.that(Kind.Counts.CONTENT),
                        ask.filters().identities(),
                        ask.filters().place() == null ? "" : " and a.place_id = :place",
                        ask.filters().roles(),
                        CountedKinds.REPLIES,
                        CountedKinds.RESPONSES);
    }
}
