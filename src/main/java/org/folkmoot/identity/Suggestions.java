package org.folkmoot.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The queue of pairs that may be one person, best first. Two people have one row each pair of
/// their identities; only the best of them is shown, and none once they are one member.
@Repository
@Transactional
public class Suggestions {

    private static final int AHEAD = 50;

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private static final String OPEN =
            """
            from identity.suggestion s
            join members.report_account a on a.community_id = s.community_id and a.identity_id = s.one_identity
            join members.report_account b on b.community_id = s.community_id and b.identity_id = s.other_identity
            where s.community_id = folkmoot.community() and a.member_id <> b.member_id
                and (s.state = 'open' or s.state = 'later' and s.later_until <= now())
            """;

    private final JdbcClient db;

    Suggestions(JdbcClient db) {
        this.db = db;
    }

    /// What there is to decide, best first: read in the order of its index, no further than needed,
    /// however long the queue is.
    @Transactional(readOnly = true)
    public List<Suggestion> best(int most) {
        for (int read = 4 * most + AHEAD; ; read *= 4) {
            var rows = best(most, read);
            if (rows.people().size() == most || rows.all()) {
                return rows.people();
            }
        }
    }

    /// @param all whether there is nothing beyond these
    private record Read(List<Suggestion> people, boolean all) {}

    private Read best(int most, int rows) {
        var found =
                db.sql(
                                """
                                select s.one_identity, s.other_identity, s.score, s.evidence, a.member_id, b.member_id, s.later_until
                                from (
                                    select * from identity.suggestion
                                    where community_id = folkmoot.community() and band = 'suggest'
                                        and state in ('open', 'later') and (state = 'open' or later_until <= now())
                                    order by score desc, one_identity, other_identity limit :rows) s
                                join members.report_account a on a.community_id = s.community_id and a.identity_id = s.one_identity
                                join members.report_account b on b.community_id = s.community_id and b.identity_id = s.other_identity
                                order by s.score desc, s.one_identity, s.other_identity
                                """)
                        .param("rows", rows)
                        .query((row, _) -> suggestion(row))
                        .list();
        var best = new LinkedHashMap<Pair, Suggestion>();
        found.stream()
                .filter(s -> s.oneMember() != s.otherMember())
                .forEach(
                        s ->
                                best.putIfAbsent(
                                        new Pair(s.oneMember(), s.otherMember()).sorted(), s));
        return new Read(best.values().stream().limit(most).toList(), found.size() < rows);
    }

    /// What is as good as certain and not merged yet, best first, so many at most.
    ///
    /// @param last the last of those before; null for the first
    @Transactional(readOnly = true)
    public List<Match> certain(@Nullable Match last, int most) {
        var from = last == null ? new Match(new Pair(0, 1), Double.MAX_VALUE, List.of()) : last;
        return db.sql(
                        """
                        select s.one_identity, s.other_identity, s.score, s.evidence, a.member_id, b.member_id, s.later_until
                        %s and s.band = 'certain' and s.state = 'open' and s.score <= :score
                            and (s.score < :score or (s.one_identity, s.other_identity) > (:one, :other))
                        order by s.score desc, s.one_identity, s.other_identity limit :most
                        """
                                .formatted(OPEN))
                .param("score", from.score())
                .param("one", from.pair().one())
                .param("other", from.pair().other())
                .param("most", most)
                .query((row, _) -> suggestion(row).match())
                .list();
    }

    /// What is open of two identities that belong to two people.
    @Transactional(readOnly = true)
    public Optional<Suggestion> one(Pair pair) {
        var sorted = pair.sorted();
        return db.sql(
                        """
                        select s.one_identity, s.other_identity, s.score, s.evidence, a.member_id, b.member_id, s.later_until
                        %s and s.one_identity = :one and s.other_identity = :other
                        """
                                .formatted(OPEN))
                .param("one", sorted.one())
                .param("other", sorted.other())
                .query((row, _) -> suggestion(row))
                .optional();
    }

    /// They are two people: not asked again unless the evidence becomes 64 times as strong.
    ///
    /// @throws Refusal.OutOfDate when somebody decided it before
    public void refuse(Pair pair) {
        decide(pair, "refused");
    }

    /// They are one person; merging them is another's work.
    ///
    /// @throws Refusal.OutOfDate when somebody decided it before
    public void accept(Pair pair) {
        decide(pair, "merged");
    }

    private void decide(Pair pair, String state) {
        var sorted = pair.sorted();
        var decided =
                db.sql(
                                """
                                update identity.suggestion set state = :state, decided_by = :by, decided_at = now(), later_until = null
                                where community_id = folkmoot.community() and one_identity = :one and other_identity = :other
                                    and (state = 'open' or state = 'later' and later_until <= now())
                                """)
                        .param("state", state)
                        .param("by", Trail.who())
                        .param("one", sorted.one())
                        .param("other", sorted.other())
                        .update();
        if (decided == 0) {
            throw new Refusal.OutOfDate("this suggestion");
        }
    }

    /// What speaks for and against a pair that was asked about.
    @Transactional(readOnly = true)
    List<Evidence> evidence(Pair pair) {
        var sorted = pair.sorted();
        return db.sql(
                        """
                        select evidence from identity.suggestion
                        where community_id = folkmoot.community() and one_identity = :one and other_identity = :other
                        """)
                .param("one", sorted.one())
                .param("other", sorted.other())
                .query(
                        (row, _) ->
                                JsonMapper.shared().readValue(row.getString("evidence"), EVIDENCE))
                .optional()
                .orElse(List.of());
    }

    /// Asks no more about these pairs, where it still does.
    void close(Collection<Pair> pairs, String state, String by) {
        var sorted = pairs.stream().map(Pair::sorted).distinct().toList();
        db.sql(
                        """
                        update identity.suggestion s set state = :state, decided_by = :by, decided_at = now()
                        from unnest(:ones::bigint[], :others::bigint[]) p(one, other)
                        where s.community_id = folkmoot.community() and s.one_identity = p.one and s.other_identity = p.other
                            and s.state in ('open', 'later')
                        """)
                .param("state", state)
                .param("by", by)
                .param("ones", sorted.stream().map(Pair::one).toArray(Long[]::new))
                .param("others", sorted.stream().map(Pair::other).toArray(Long[]::new))
                .update();
    }

    /// Leaves to a person what would have been merged by itself.
    ///
    /// @param why it was not
    void ask(Collection<Merging.Claim> claims, Evidence why) {
        if (claims.isEmpty()) {
            return;
        }
        var sorted = claims.stream().map(c -> c.pair().sorted()).toList();
        db.sql(
                        """
                        update identity.suggestion s set state = 'open', band = 'suggest', decided_by = null, decided_at = null,
                            score = s.score + :weight, evidence = :why::jsonb || s.evidence
                        from unnest(:ones::bigint[], :others::bigint[]) p(one, other)
                        where s.community_id = folkmoot.community() and s.one_identity = p.one and s.other_identity = p.other
                        """)
                .param("weight", why.weight())
                .param("why", JsonMapper.shared().writeValueAsString(List.of(why)))
                .param("ones", sorted.stream().map(Pair::one).toArray(Long[]::new))
                .param("others", sorted.stream().map(Pair::other).toArray(Long[]::new))
                .update();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        var until = row.getTimestamp(7);
        return new Suggestion(
                new Match(
                        new Pair(row.getLong(1), row.getLong(2)),
                        row.getDouble(3),
                        JsonMapper.shared().readValue(row.getString(4), EVIDENCE)),
                row.getLong(5),
                row.getLong(6),
                until == null ? null : until.toInstant());
    }
}
