package org.folkmoot.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Suggestions as they are kept.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SuggestionRows {

    /// A pair that somebody refused is asked again when the odds are so many times (2 to the power
    /// of this) what they were.
    static final double MUCH_STRONGER = 6;

    private final JdbcClient db;

    SuggestionRows(JdbcClient db) {
        this.db = db;
    }

    /// Of these, the pairs of whom somebody said that they are two people, or that of any other of
    /// their identities.
    Set<Pair> different(Collection<Match> matches, Map<Long, Portrait> portraits) {
        if (matches.isEmpty()) {
            return Set.of();
        }
        var pairs = matches.stream().map(Match::pair).toList();
        return new HashSet<>(
                db.sql(
                                """
                                select distinct p.one, p.other
                                from unnest(:ones::bigint[], :others::bigint[], :mine::bigint[], :theirs::bigint[]) p(one, other, mine, theirs)
                                join members.report_account a on a.community_id = folkmoot.community() and a.member_id = p.mine
                                join members.report_account b on b.community_id = folkmoot.community() and b.member_id = p.theirs
                                join identity.judgement j on j.community_id = folkmoot.community() and j.verdict = 'different'
                                    and j.one_identity = least(a.identity_id, b.identity_id)
                                    and j.other_identity = greatest(a.identity_id, b.identity_id)
                                """)
                        .param("ones", pairs.stream().map(Pair::one).toArray(Long[]::new))
                        .param("others", pairs.stream().map(Pair::other).toArray(Long[]::new))
                        .param("mine", members(pairs.stream().map(Pair::one).toList(), portraits))
                        .param(
                                "theirs",
                                members(pairs.stream().map(Pair::other).toList(), portraits))
                        .query((row, _) -> new Pair(row.getLong(1), row.getLong(2)))
                        .list());
    }

    private static Long[] members(List<Long> identities, Map<Long, Portrait> portraits) {
        return identities.stream()
                .map(i -> Objects.requireNonNull(portraits.get(i)).member())
                .toArray(Long[]::new);
    }

    /// Writes what was found of these identities.
    ///
    /// @param looked whose pairs these are, all of them: what else stood open of them is gone,
    ///     unless the two are one member at the moment
    void write(Collection<Long> looked, Collection<Match> matches) {
        var ones = matches.stream().map(m -> m.pair().one()).toArray(Long[]::new);
        var others = matches.stream().map(m -> m.pair().other()).toArray(Long[]::new);
        db.sql(
                        """
                        update identity.suggestion s set state = 'gone'
                        where s.community_id = folkmoot.community() and s.state in ('open', 'later')
                            and (s.one_identity = any(:looked) or s.other_identity = any(:looked))
                            and not exists (select from unnest(:ones::bigint[], :others::bigint[]) m(one, other)
                                where m.one = s.one_identity and m.other = s.other_identity)
                            and not exists (select from identity.due d where d.community_id = s.community_id
                                and d.identity_id in (s.one_identity, s.other_identity))
                            and (select a.member_id from members.report_account a
                                    where a.community_id = s.community_id and a.identity_id = s.one_identity)
                                is distinct from (select b.member_id from members.report_account b
                                    where b.community_id = s.community_id and b.identity_id = s.other_identity)
                        """)
                .param("looked", looked.toArray(Long[]::new))
                .param("ones", ones)
                .param("others", others)
                .update();
        if (matches.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        insert into identity.suggestion as s (community_id, one_identity, other_identity, score, evidence, band)
                        select folkmoot.community(), one, other, score, evidence::jsonb, band
                        from unnest(:ones::bigint[], :others::bigint[], :scores::float8[], :evidence::text[], :bands::text[])
                            m(one, other, score, evidence, band) order by one, other
                        on conflict (community_id, one_identity, other_identity) do update set
                            score = excluded.score, evidence = excluded.evidence, band = excluded.band,
                            state = case s.state when 'later' then 'later' else 'open' end
                        where case s.state when 'refused' then excluded.score >= s.score + :much
                            else s.score <> excluded.score or s.evidence <> excluded.evidence or s.state in ('gone', 'merged') end
                        """)
                .param("ones", ones)
                .param("others", others)
                .param("scores", matches.stream().map(Match::score).toArray(Double[]::new))
                .param(
                        "evidence",
                        CopyIn.array(
                                matches.stream()
                                        .map(
                                                m ->
                                                        JsonMapper.shared()
                                                                .writeValueAsString(m.evidence()))
                                        .toList()))
                .param("bands", CopyIn.array(matches.stream().map(m -> m.band().key()).toList()))
                .param("much", MUCH_STRONGER)
                .update();
    }
}
