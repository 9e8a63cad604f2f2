package org.folkmoot.thanks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.members.LeftAlone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The moments that nobody has thanked for yet, the most worthwhile first. Read along an index from
/// the best on, so that it costs with the length of the page and not with the history.
@Repository
@Transactional(readOnly = true)
class Wall {

    /// Left out are staff, bots, whoever wants no thanks or objected to all, what was thanked
    /// or skipped on whichever of their accounts, and the lesser of two moments that are one
    /// activity. `offset 0` has each asked of the few moments that are looked at, and not of all
    /// at once.
    private static final String OPEN =
            """
            exists (select from rule r where r.kind = m.kind and m.nth >= r.least)
                and exists (select from members.report_account i
                    join members.report_member p on p.community_id = i.community_id and p.member_id = i.member_id
                    where i.community_id = m.community_id and i.identity_id = m.identity_id and p.role = 'member'
                        and (cast(:platform as text) is null or i.platform = :platform) offset 0)
                and not exists (select from members.report_account i
                    join members.report_home h on h.community_id = i.community_id and h.member_id = i.member_id
                    join thanks.wish w on w.community_id = h.community_id and w.put_on = h.home
                    where i.community_id = m.community_id and i.identity_id = m.identity_id offset 0)
                and not exists (select from members.report_account i
                    join members.report_home h on h.community_id = i.community_id and h.member_id = i.member_id
                    where i.community_id = m.community_id and i.identity_id = m.identity_id and h.home in (%s) offset 0)
                and not exists (select from (select h.community_id, h.home from members.report_account i
                        join members.report_home h on h.community_id = i.community_id and h.member_id = i.member_id
                        where i.community_id = m.community_id and i.identity_id = m.identity_id offset 0) h
                    join thanks.thank t on t.community_id = h.community_id and t.put_on = h.home
                    where t.kind = m.kind and t.nth = m.nth and t.taken_back_at is null
                        and (t.activity_id = m.activity_id or t.kind = any(:onceForAll)) offset 0)
                and not exists (select from thanks.moment o join rule r on r.kind = o.kind and o.nth >= r.least
                    where o.community_id = m.community_id and o.identity_id = m.identity_id
                        and o.activity_id = m.activity_id and (o.worth, o.kind) > (m.worth, m.kind) offset 0)
            """;

    private static final String RULES =
            "with rule as (select * from unnest(:kinds::text[], :leasts::integer[]) r(kind, least))";

    private final JdbcClient db;
    private final Rules rules;
    private final String open;

    Wall(JdbcClient db, Rules rules, LeftAlone leftAlone) {
        this.db = db;
        this.rules = rules;
        this.open = OPEN.formatted(leftAlone.homes());
    }

    /// What is asked for.
    ///
    /// @param kind null for all that the community wants to see
    /// @param platform null for all
    /// @param after the last moment of the page before; null on the first
    record Asked(
            Instant since,
            @Nullable MomentKind kind,
            @Nullable String platform,
            @Nullable Moment after,
            int most) {}

    List<Moment> open(Asked asked) {
        var shown =
                rules.shown().stream()
                        .filter(r -> asked.kind() == null || r.kind() == asked.kind())
                        .toList();
        var after = asked.after();
        return db.sql(
                        """
                        %s,
                        best as (
                            select f.* from unnest(:worths::integer[]) v(worth) cross join lateral (
                                select m.* from (
                                    select * from thanks.moment m where m.community_id = folkmoot.community()
                                        and m.worth = v.worth and m.at >= :since
                                        and (v.worth < :worth or (m.at, m.activity_id, m.kind) < (:at, :activity, :kind))
                                    order by m.at desc, m.activity_id desc, m.kind desc offset 0) m
                                where %s
                                order by m.at desc, m.activity_id desc, m.kind desc limit :most) f
                            order by f.worth desc, f.at desc, f.activity_id desc, f.kind desc limit :most)
                        select b.identity_id, b.kind, b.nth, b.activity_id, i.member_id, i.platform, b.at, b.worth
                        from best b join members.report_account i
                            on i.community_id = folkmoot.community() and i.identity_id = b.identity_id
                        order by b.worth desc, b.at desc, b.activity_id desc, b.kind desc
                        """
                                .formatted(RULES, open))
                .param("kinds", shown.stream().map(r -> r.kind().key()).toArray(String[]::new))
                .param("leasts", shown.stream().map(Rules.Rule::least).toArray(Integer[]::new))
                .param("onceForAll", onceForAll())
                .param("worths", worths(after == null ? Integer.MAX_VALUE : after.worth()))
                .param("worth", after == null ? Integer.MAX_VALUE : after.worth())
                .param("at", (after == null ? Instant.EPOCH : after.at()).atOffset(ZoneOffset.UTC))
                .param("activity", after == null ? 0L : after.key().activity())
                .param("kind", after == null ? "" : after.key().kind().key())
                .param("since", asked.since().atOffset(ZoneOffset.UTC))
                .param("platform", asked.platform())
                .param("most", asked.most())
                .query(Wall::read)
                .list();
    }

    /// The moment of that key, whether or not it is open any more.
    Optional<Moment> find(Moment.Key key) {
        return db.sql(
                        """
                        select m.identity_id, m.kind, m.nth, m.activity_id, i.member_id, i.platform, m.at, m.worth
                        from thanks.moment m
                        join members.report_account i on i.community_id = m.community_id and i.identity_id = m.identity_id
                        where m.community_id = folkmoot.community() and m.identity_id = :identity and m.kind = :kind
                            and m.nth = :nth and m.activity_id = :activity
                        """)
                .param("identity", key.identity())
                .param("kind", key.kind().key())
                .param("nth", key.nth())
                .param("activity", key.activity())
                .query(Wall::read)
                .optional();
    }

    /// The platforms there are people on, for the filter.
    List<String> platforms() {
        return db.sql(
                        """
                        select distinct platform from activity.report_place where community_id = folkmoot.community() order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    static String[] onceForAll() {
        return java.util.Arrays.stream(MomentKind.values())
                .filter(MomentKind::onceForAll)
                .map(MomentKind::key)
                .toArray(String[]::new);
    }

    private static Integer[] worths(int upTo) {
        return IntStream.rangeClosed(1, Math.min(9, upTo)).boxed().toArray(Integer[]::new);
    }

    private static Moment read(ResultSet row, int number) throws SQLException {
        return new Moment(
                new Moment.Key(
                        row.getLong(1),
                        MomentKind.of(row.getString(2)),
                        row.getInt(3),
                        row.getLong(4)),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getInt(8));
    }
}
