package org.folkmoot.metrics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/// Who waited for an answer, and how long.
@Repository
class ResponseTimes {

    private static final String HUMANS = "('member', 'staff')";

    private final JdbcClient db;

    ResponseTimes(JdbcClient db) {
        this.db = db;
    }

    /// The places in which an answer need not say what it answers.
    Set<Long> chats() {
        var chats = new HashSet<Long>();
        db.sql(
                        """
                        select place_id from activity.report_place where community_id = :here and style = 'chat'
                        """)
                .param("here", Here.community().value())
                .query(
                        row -> {
                            chats.add(row.getLong(1));
                        });
        return chats;
    }

    /// @param by who asked
    /// @param waited seconds until the answer, or until now
    record Start(
            long id,
            @Nullable String title,
            long member,
            String by,
            @Nullable String place,
            Instant at,
            double waited,
            boolean answered,
            boolean inferred) {}

    /// The unanswered, then the answered, each with the longest wait first.
    ///
    /// @param which the unanswered, the answered, or both
    MappedQuerySpec<Start> list(Ask ask, Behind which, Listing.Page page) {
        var condition =
                switch (which) {
                    case UNANSWERED -> "where coalesce(threaded, inferred) is null";
                    case ANSWERED -> "where coalesce(threaded, inferred) is not null";
                    default -> "";
                };
        return db.sql(
                        starts(ask)
                                + """
                        select w.id, coalesce(nullif(a.title, ''), left(a.text, 140)), w.member_id, m.name, p.name, w.at,
                               greatest(0, extract(epoch from coalesce(least(w.threaded, w.inferred), :to) - w.at))::float8 as seconds,
                               coalesce(w.threaded, w.inferred) is not null as answered,
                               coalesce(w.inferred < w.threaded, w.inferred is not null) as by_inference
                        from (select * from waited %s) w
                        join activity.report_activity a on a.community_id = :here and a.id = w.id
                        join members.report_member m on m.community_id = :here and m.member_id = w.member_id
                        left join activity.report_place p on p.community_id = :here and p.place_id = w.place_id
                        order by answered, seconds desc, w.id limit :most offset :skip
                        """
                                        .formatted(condition))
                .params(ask.params())
                .withFetchSize(500)
                .param("most", page.fetch())
                .param("skip", page.skip())
                .query(
                        (row, _) ->
                                new Start(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getObject(6, OffsetDateTime.class).toInstant(),
                                        row.getDouble(7),
                                        row.getBoolean(8),
                                        row.getBoolean(9)));
    }

    /// Every start of the window -> the question after it in its place -> who asked -> the first
    /// threaded reply, and in chat the first message that answers without saying so.
    private static String starts(Ask ask) {
        return """
               with question as (
                   select a.id, a.at, a.identity_id, a.place_id, lead(a.at) over w as next_at, lead(a.id) over w as next_id
                   from activity.report_activity a
                   where a.community_id = :here and a.starts and a.counted and a.at >= :from and a.at < :to
                   window w as (partition by a.place_id order by a.at, a.id)),
               start as (
                   select q.id, q.at, q.place_id, q.next_at, q.next_id, i.member_id, p.source, p.style = 'chat' as chat
                   from question q
                   join members.report_identity i on i.community_id = :here and i.identity_id = q.identity_id
                   left join activity.report_place p on p.community_id = :here and p.place_id = q.place_id
                   where true%1$s%2$s),
               waited as (
                   select s.*, t.threaded, t.threaded_staff, c.inferred, c.inferred_staff
                   from start s
                   cross join lateral (
                       select min(r.at) as threaded, min(r.at) filter (where i.role = 'staff') as threaded_staff
                       from activity.report_activity r
                       join members.report_identity i on i.community_id = :here and i.identity_id = r.identity_id
                       where r.community_id = :here and r.thread_id = s.id and r.thread_id <> r.id and r.counted and r.at < :to
                         and r.kind in %3$s and i.role in %4$s and i.member_id <> s.member_id) t
                   cross join lateral (
                       select min(m.at) as inferred, min(m.at) filter (where i.role = 'staff') as inferred_staff
                       from activity.report_activity m
                       join members.report_identity i on i.community_id = :here and i.identity_id = m.identity_id
                       where s.chat and m.community_id = :here and m.place_id = s.place_id and m.parent_external is null
                         and m.counted and m.kind in %5$s and m.at >= s.at and m.at <= s.at + interval '30 minutes' and m.at < :to
                         and (m.at, m.id) > (s.at, s.id) and i.role in %4$s and i.member_id <> s.member_id
                         and (s.next_at is null or (m.at, m.id) <= (s.next_at, s.next_id)
                              or m.mentions && array(
                                  select o.external_id from members.report_identity o
                                  where o.community_id = :here and o.member_id = s.member_id and o.source = s.source))) c)
               """
                .formatted(
                        ask.filters().identities(),
                        ask.filters().place() == null ? "" : " and q.place_id = :place",
                        CountedKinds.REPLIES,
                        HUMANS,
                        CountedKinds.SAYINGS);
    }
}
