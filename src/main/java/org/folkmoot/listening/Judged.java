package org.folkmoot.listening;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was read out of posts in step with the ledger. A day is read again when the ledger's
/// version of it is another; of its posts only those are judged whose text is new.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Judged {

    /// Posts judged in one transaction.
    static final int STEP = 1_000;

    private static final int WEEK = 7;

    private final JdbcClient db;

    Judged(JdbcClient db) {
        this.db = db;
    }

    /// A day not read in its present state.
    record Due(LocalDate day, long version) {}

    /// A post to be judged.
    ///
    /// @param day of the community's clock
    record Post(long id, LocalDate day, long digest, String text) {}

    /// Makes this transaction the only one that reads in this community.
    void takeTurn() {
        db.sql(
                        "insert into listening.turn (community_id) values (folkmoot.community()) on conflict do nothing")
                .update();
        db.sql("select 1 from listening.turn where community_id = folkmoot.community() for update")
                .query(Integer.class)
                .single();
    }

    /// The latest days of a span that are due, within a week, latest first.
    List<Due> due(LocalDate first, LocalDate last) {
        var due =
                db.sql(
                                """
                                with known as (
                                    select d.day, d.version + coalesce((select e.version from activity.report_day e
                                        where e.community_id = folkmoot.community() and e.day = '-infinity'), 0) as version
                                    from activity.report_day d where d.community_id = folkmoot.community() and isfinite(d.day))
                                select k.day, k.version from known k
                                left join listening.seen s on s.community_id = folkmoot.community() and s.day = k.day
                                where k.day between :first and :last and (s.version is distinct from k.version or s.rules <> :rules)
                                order by k.day desc limit :week
                                """)
                        .param("first", first)
                        .param("last", last)
                        .param("rules", Judgement.RULES)
                        .param("week", WEEK)
                        .query(
                                (row, _) ->
                                        new Due(row.getObject(1, LocalDate.class), row.getLong(2)))
                        .list();
        return due.stream()
                .filter(d -> d.day().isAfter(due.getFirst().day().minusDays(WEEK)))
                .toList();
    }

    /// The next posts of these days whose text has not been judged, by number. Looks at all that
    /// may be a part of these days by any clock.
    List<Post> unjudged(List<Due> days, ZoneId zone, long after) {
        return within(
                        days,
                        zone,
                        """
                        select a.id, (a.at at time zone :zone)::date, %2$s, left(%1$s, 8000)
                        from activity.report_activity a
                        left join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        where a.community_id = folkmoot.community() and a.at >= :from and a.at < :to and a.id > :after
                            and a.counted and a.kind in %3$s and a.identity_id is not null and %1$s is not null
                            and (j.digest is distinct from %2$s or j.rules <> :rules)
                        order by a.id limit :step
                        """
                                .formatted(Posts.TEXT, Posts.DIGEST, Posts.LIST))
                .param("after", after)
                .param("rules", Judgement.RULES)
                .param("step", STEP)
                .query(
                        (row, _) ->
                                new Post(
                                        row.getLong(1),
                                        row.getObject(2, LocalDate.class),
                                        row.getLong(3),
                                        row.getString(4)))
                .list();
    }

    /// @param judgements of these posts, in their order
    void keep(List<Post> posts, List<Judgement> judgements) {
        db.sql(
                        """
                        insert into listening.judged as j (community_id, activity_id, digest, rules, language, mood, polarity, certainty, asks, gist)
                        select folkmoot.community(), r.id, r.digest, :rules, r.language, nullif(r.mood, ''), r.polarity, r.certainty, r.asks, r.gist
                        from unnest(:ids::bigint[], :digests::bigint[], :languages::text[], :moods::text[],
                            :polarities::smallint[], :certainties::smallint[], :asks::boolean[], :gists::bigint[])
                            r(id, digest, language, mood, polarity, certainty, asks, gist)
                        on conflict (community_id, activity_id) do update set digest = excluded.digest, rules = excluded.rules,
                            language = excluded.language, mood = excluded.mood, polarity = excluded.polarity,
                            certainty = excluded.certainty, asks = excluded.asks, gist = excluded.gist
                        """)
                .param("rules", Judgement.RULES)
                .param("ids", posts.stream().map(Post::id).toArray(Long[]::new))
                .param("digests", posts.stream().map(Post::digest).toArray(Long[]::new))
                .param("languages", texts(judgements, Judgement::language))
                .param("moods", texts(judgements, j -> mood(j)))
                .param("polarities", numbers(judgements, Judgement::polarity))
                .param("certainties", numbers(judgements, Judgement::certainty))
                .param("asks", judgements.stream().map(Judgement::asks).toArray(Boolean[]::new))
                .param("gists", judgements.stream().map(Judgement::gist).toArray(Long[]::new))
                .update();
        raise(posts.stream().map(Post::day).toList());
    }

    private static String mood(Judgement judgement) {
        var mood = judgement.mood();
        return mood == null ? "" : mood.key();
    }

    private static String texts(List<Judgement> judgements, Function<Judgement, String> part) {
        return CopyIn.array(judgements.stream().map(part).toList());
    }

    private static Integer[] numbers(
            List<Judgement> judgements, Function<Judgement, Integer> part) {
        return judgements.stream().map(part).toArray(Integer[]::new);
    }

    /// Forgets what was deleted or has no text of its own any more. A text that faded with age
    /// leaves what was read out of it, which is counted on.
    void drop(List<Due> days, ZoneId zone) {
        var gone =
                within(
                                days,
                                zone,
                                """
                                with gone as materialized (
                                    select a.id, (a.at at time zone :zone)::date as day from activity.report_activity a
                                    join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                                    where a.community_id = folkmoot.community() and a.at >= :from and a.at < :to
                                        and (not a.counted or a.kind not in %s or a.identity_id is null
                                            or (a.text is not null and %s is null))),
                                uncorrected as (
                                    delete from listening.correction c using gone
                                    where c.community_id = folkmoot.community() and c.activity_id = gone.id),
                                unmeant as (
                                    delete from listening.meaning m using gone
                                    where m.community_id = folkmoot.community() and m.activity_id = gone.id),
                                unjudged as (
                                    delete from listening.judged j using gone
                                    where j.community_id = folkmoot.community() and j.activity_id = gone.id)
                                select distinct day from gone
                                """
                                        .formatted(Posts.LIST, Posts.TEXT))
                        .query((row, _) -> row.getObject(1, LocalDate.class))
                        .list();
        raise(gone);
    }

    /// These days have been read as they were.
    void seen(List<Due> days) {
        db.sql(
                        """
                        insert into listening.seen as s (community_id, day, version, rules)
                        select folkmoot.community(), d.day, d.version, :rules from unnest(:days::date[], :versions::bigint[]) d(day, version)
                        on conflict (community_id, day) do update set version = excluded.version, rules = excluded.rules
                        """)
                .param("rules", Judgement.RULES)
                .param("days", days.stream().map(d -> d.day().toString()).toArray(String[]::new))
                .param("versions", days.stream().map(Due::version).toArray(Long[]::new))
                .update();
    }

    /// Says that what is known of these days' posts has changed.
    void raise(Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into listening.day as d (community_id, day)
                        select folkmoot.community(), c.day from (select distinct unnest(:days::date[])) c(day) order by c.day
                        on conflict (community_id, day) do update set version = d.version + 1
                        """)
                .param("days", days.stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec within(List<Due> days, ZoneId zone, String sql) {
        return db.sql(sql)
                .param("zone", zone.getId())
                .param("from", from(days))
                .param("to", to(days));
    }

    /// When these days begin, by any clock.
    static OffsetDateTime from(List<Due> days) {
        return midnight(days.getLast().day()).minusHours(14);
    }

    /// When they are over, by any clock.
    static OffsetDateTime to(List<Due> days) {
        return midnight(days.getFirst().day().plusDays(1)).plusHours(14);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
