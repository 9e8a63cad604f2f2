package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people are talking about, and who waits for an answer.
@Repository
@Transactional(readOnly = true)
public class Talk {

    /// A question older than this many days no longer waits.
    public static final int DAYS = 90;

    /// What counts as saying something back.
    static final Set<Kind> SAID =
            EnumSet.of(
                    Kind.REPLY,
                    Kind.COMMENT,
                    Kind.ANSWER,
                    Kind.ACCEPTED_ANSWER,
                    Kind.REVIEW,
                    Kind.MESSAGE,
                    Kind.QUESTION);

    static final String REPLIES = keys(SAID.toArray(Kind[]::new));

    private static final String WRITTEN =
            REPLIES.replace(")", ", ")
                    + keys(Kind.ISSUE, Kind.IDEA, Kind.PULL_REQUEST, Kind.ARTICLE).substring(1);

    /// For a row `a` that starts: no other human has said anything in its thread, and no bot asked.
    static final String UNANSWERED =
            """
            not exists (select from activity.activity r
                join members.report_identity o on o.community_id = a.community_id and o.identity_id = r.identity_id
                where r.community_id = a.community_id and r.thread_id = a.id and r.thread_id <> r.id and r.counted
                    and r.kind in %s and o.role in ('member', 'staff')
                    and o.member_id is distinct from (select w.member_id from members.report_identity w
                        where w.community_id = a.community_id and w.identity_id = a.identity_id))
            and not exists (select from members.report_identity b
                where b.community_id = a.community_id and b.identity_id = a.identity_id and b.role in ('bot', 'nobody'))
            """
                    .formatted(REPLIES);

    private final JdbcClient db;
    private final Mentioned mentioned;
    private final Clock clock;

    Talk(JdbcClient db, Mentioned mentioned, Clock clock) {
        this.db = db;
        this.mentioned = mentioned;
        this.clock = clock;
    }

    /// A question nobody has answered yet.
    ///
    /// @param words its title, or what it begins with
    /// @param first whether it is the first thing that person wrote here
    public record Waiting(
            long thread,
            Instant at,
            @Nullable Long identity,
            String words,
            @Nullable String place,
            String platform,
            boolean first) {

        private Waiting saying(String words) {
            return new Waiting(thread, at, identity, words, place, platform, first);
        }
    }

    /// A thread in which much was said.
    public record Busy(
            long thread,
            String words,
            @Nullable String place,
            String platform,
            int said,
            int people,
            Instant last) {

        private Busy saying(String words) {
            return new Busy(thread, words, place, platform, said, people, last);
        }
    }

    /// What was found, without the words with which it begins.
    private record Begun<T>(Opening opening, T rest) {}

    private static Opening opening(ResultSet row, int first) throws SQLException {
        return new Opening(
                row.getString(first + 3),
                Foreign.Markup.of(row.getString(first + 2)),
                row.getString(first),
                row.getString(first + 1));
    }

    private <T> List<T> told(List<Begun<T>> found, BiFunction<T, String, T> saying) {
        var names = mentioned.of(found.stream().map(Begun::opening).toList());
        return found.stream()
                .map(one -> saying.apply(one.rest(), one.opening().words(names)))
                .toList();
    }

    /// What has happened since a time; each at most 10,001.
    public record News(long activities, long questions) {}

    /// Those who have waited longest, of the last 90 days.
    public List<Waiting> longestWaiting(int most) {
        var found =
                db.sql(
                                """
                        select w.*, not exists (select from activity.activity e where e.community_id = folkmoot.community()
                            and e.identity_id = w.identity_id and e.at < w.at and e.counted and e.kind in %s)
                        from (select a.id, a.at, a.identity_id, a.title, left(a.text, 500) as text, s.markup, s.key, p.name, s.platform
                            from activity.activity a
                            join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                            left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                            where a.community_id = folkmoot.community() and a.starts and a.counted and a.at >= :from and %s
                            order by a.at, a.id limit :most) w
                        order by w.at, w.id
                        """
                                        .formatted(WRITTEN, UNANSWERED))
                        .param("from", ago(DAYS))
                        .param("most", most)
                        .query(
                                (row, _) ->
                                        new Begun<>(
                                                opening(row, 4),
                                                new Waiting(
                                                        row.getLong(1),
                                                        Objects.requireNonNull(
                                                                Item.instant(row, 2)),
                                                        Item.number(row, 3),
                                                        "",
                                                        row.getString(8),
                                                        row.getString(9),
                                                        row.getBoolean(10))))
                        .list();
        return told(found, Waiting::saying);
    }

    /// The threads of the last seven days in which most was said.
    public List<Busy> busiest(int most) {
        var found =
                db.sql(
                                """
                        select a.id, a.title, left(a.text, 500), s.markup, s.key, p.name, s.platform, b.said, b.people, b.last
                        from (select r.thread_id, count(*)::integer as said, count(distinct r.identity_id)::integer as people, max(r.at) as last
                            from activity.activity r
                            where r.community_id = folkmoot.community() and r.at >= :from and r.counted and r.thread_id <> r.id
                                and r.kind in %s
                            group by r.thread_id having count(distinct r.identity_id) > 1
                            order by said desc, last desc limit :most) b
                        join activity.activity a on a.community_id = folkmoot.community() and a.id = b.thread_id
                        join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                        left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                        order by b.said desc, b.last desc
                        """
                                        .formatted(REPLIES))
                        .param("from", ago(7))
                        .param("most", most)
                        .query(
                                (row, _) ->
                                        new Begun<>(
                                                opening(row, 2),
                                                new Busy(
                                                        row.getLong(1),
                                                        "",
                                                        row.getString(6),
                                                        row.getString(7),
                                                        row.getInt(8),
                                                        row.getInt(9),
                                                        Objects.requireNonNull(
                                                                Item.instant(row, 10)))))
                        .list();
        return told(found, Busy::saying);
    }

    public News since(Instant time) {
        return db.sql(
                        """
                        select (select count(*) from (select from activity.activity a where a.community_id = folkmoot.community()
                                and a.at > :from and a.counted limit 10001) n),
                            (select count(*) from (select from activity.activity a where a.community_id = folkmoot.community()
                                and a.at > :from and a.starts and a.counted limit 10001) n)
                        """)
                .param("from", time.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new News(row.getLong(1), row.getLong(2)))
                .single();
    }

    /// Whether the ledger holds anything at all.
    public boolean silent() {
        return db.sql(
                        "select not exists (select from activity.activity where community_id = folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    private java.time.OffsetDateTime ago(int days) {
        return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static String keys(Kind... kinds) {
        return Stream.of(kinds)
                .map(k -> "'" + k.key() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
