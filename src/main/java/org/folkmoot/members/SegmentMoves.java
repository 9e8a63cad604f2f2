package org.folkmoot.members;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who came into segments and who went out of them. People are noted as whom they were at the time:
/// who was joined with another since then is that other, so joining and parting move nobody by
/// itself.
@Repository
@Transactional
public class SegmentMoves {

    private final JdbcClient db;
    private final People people;
    private final Clock clock;

    SegmentMoves(JdbcClient db, People people, Clock clock) {
        this.db = db;
        this.people = people;
        this.clock = clock;
    }

    /// One move.
    ///
    /// @param member whom the person is by now
    public record Move(long id, long segment, long member, boolean entered, Instant at) {}

    /// The moves after that id, oldest first. Their ids grow with time.
    ///
    /// @param segment 0 for all segments
    @Transactional(readOnly = true)
    public List<Move> after(long segment, long id, int most) {
        return db.sql(
                        """
                        select v.id, v.segment_id, coalesce(h.member_id, v.put_on), v.entered, v.at
                        from members.segment_move v
                        left join members.report_moved h on h.community_id = v.community_id and h.home = v.put_on
                        where v.community_id = folkmoot.community() and v.id > :id
                            and (:segment = 0 or v.segment_id = :segment)
                        order by v.id limit :most
                        """)
                .param("id", id)
                .param("segment", segment)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Move(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getBoolean(4),
                                        Objects.requireNonNull(People.instant(row, 5))))
                .list();
    }

    /// A move with whom it was about.
    record Named(long member, String name, boolean entered, Instant at) {}

    /// The latest moves of a segment, those of people who are not here any more left out.
    @Transactional(readOnly = true)
    List<Named> latest(long segment, int most) {
        return db.sql(
                        """
                        select m.id, m.name, v.entered, v.at
                        from members.segment_move v
                        left join members.report_moved h on h.community_id = v.community_id and h.home = v.put_on
                        join members.member m on m.community_id = v.community_id and m.id = coalesce(h.member_id, v.put_on)
                        where v.community_id = folkmoot.community() and v.segment_id = :segment
                        order by v.id desc limit :most
                        """)
                .param("segment", segment)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Named(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getBoolean(3),
                                        Objects.requireNonNull(People.instant(row, 4))))
                .list();
    }

    /// The id of the last move there is.
    @Transactional(readOnly = true)
    public long last() {
        return db.sql(
                        """
                        select coalesce(max(id), 0) from members.segment_move
                        where community_id = folkmoot.community()
                        """)
                .query(Long.class)
                .single();
    }

    /// Compares who fits now with who is noted, notes it, and keeps the difference as moves: one
    /// set against another. The first time nobody moves.
    ///
    /// @param query what the segment asks for
    void compare(Segment segment, PeopleQuery query) {
        var now = Timestamp.from(clock.instant());
        if (!mine(segment, now)) {
            return;
        }
        var where = people.where(query, people.search(query.q(), true));
        var params = where.params();
        params.put("segment", segment.id());
        params.put("now", now);
        var fits = "select m.id from members.member m" + where.sql();
        if (segment.comparedAt() == null) {
            note(fits, params);
        } else {
            move(fits, params);
        }
        db.sql(
                        """
                        update members.segment set people = (
                            select count(distinct coalesce(h.member_id, s.put_on)) from members.segment_member s
                            left join members.report_moved h on h.community_id = s.community_id and h.home = s.put_on
                            where s.community_id = folkmoot.community() and s.segment_id = :segment)
                        where community_id = folkmoot.community() and id = :segment
                        """)
                .params(params)
                .update();
    }

    /// Holds the segment until the end of the transaction, unless somebody changed or compared it
    /// since it was read.
    private boolean mine(Segment segment, Timestamp now) {
        return db.sql(
                                """
                                update members.segment set compared_at = :now
                                where community_id = folkmoot.community() and id = :id and query = :query
                                    and removed_at is null and compared_at is not distinct from :before::timestamptz
                                """)
                        .param("now", now)
                        .param("id", segment.id())
                        .param("query", segment.address())
                        .param(
                                "before",
                                segment.comparedAt() == null
                                        ? null
                                        : Timestamp.from(segment.comparedAt()))
                        .update()
                == 1;
    }

    private void note(String fits, Map<String, Object> params) {
        db.sql(
                        """
                        delete from members.segment_member
                        where community_id = folkmoot.community() and segment_id = :segment
                        """)
                .params(params)
                .update();
        db.sql(
                        """
                        insert into members.segment_member (community_id, segment_id, put_on)
                        select folkmoot.community(), :segment, f.id from (%s) f
                        """
                                .formatted(fits))
                .params(params)
                .update();
    }

    private void move(String fits, Map<String, Object> params) {
        db.sql(
                        """
                        with fits as materialized (%s),
                        noted as materialized (
                            select s.put_on, coalesce(h.member_id, s.put_on) as member_id from members.segment_member s
                            left join members.report_moved h on h.community_id = s.community_id and h.home = s.put_on
                            where s.community_id = folkmoot.community() and s.segment_id = :segment),
                        entering as (
                            insert into members.segment_member (community_id, segment_id, put_on)
                            select folkmoot.community(), :segment, f.id from fits f
                            where not exists (select from noted n where n.member_id = f.id)
                            on conflict do nothing returning put_on),
                        leaving as (
                            delete from members.segment_member s using noted n
                            where s.community_id = folkmoot.community() and s.segment_id = :segment and s.put_on = n.put_on
                                and not exists (select from fits f where f.id = n.member_id)
                            returning n.member_id)
                        insert into members.segment_move (community_id, segment_id, put_on, entered, at)
                        select folkmoot.community(), :segment, e.put_on, true, :now from entering e
                        union all
                        select distinct folkmoot.community(), :segment, l.member_id, false, :now::timestamptz from leaving l
                        """
                                .formatted(fits))
                .params(params)
                .update();
    }

    /// Forgets moves that are older than a year, and what belonged to segments deleted a day ago.
    void forgetOld() {
        db.sql(
                        """
                        delete from members.segment_move
                        where community_id = folkmoot.community() and at < now() - interval '1 year'
                        """)
                .update();
        for (var of : List.of("segment_move", "segment_member")) {
            db.sql(
                            """
                            delete from members.%s where community_id = folkmoot.community() and segment_id in (
                                select s.id from members.segment s where s.community_id = folkmoot.community()
                                    and s.removed_at < now() - interval '1 day')
                            """
                                    .formatted(of))
                    .update();
        }
        db.sql(
                        """
                        delete from members.segment where community_id = folkmoot.community()
                            and removed_at < now() - interval '1 day'
                        """)
                .update();
    }
}
