package org.folkmoot.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who was said to be two people: nothing merges them by itself again, however often it is
/// imported.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Never {

    private final JdbcClient db;

    Never(JdbcClient db) {
        this.db = db;
    }

    void say(Collection<Pair> pairs, String by) {
        if (pairs.isEmpty()) {
            return;
        }
        var sorted = pairs.stream().map(Pair::sorted).distinct().toList();
        db.sql(
                        """
                        insert into identity.judgement (community_id, one_identity, other_identity, verdict, by)
                        select folkmoot.community(), p.one, p.other, 'different', :by
                        from unnest(:ones::bigint[], :others::bigint[]) p(one, other)
                        on conflict (community_id, one_identity, other_identity) do update
                            set verdict = 'different', by = excluded.by, at = now()
                        """)
                .param("ones", sorted.stream().map(Pair::one).toArray(Long[]::new))
                .param("others", sorted.stream().map(Pair::other).toArray(Long[]::new))
                .param("by", by)
                .update();
    }

    /// A hand said otherwise.
    void takeBack(Collection<Pair> pairs) {
        var sorted = pairs.stream().map(Pair::sorted).distinct().toList();
        db.sql(
                        """
                        delete from identity.judgement j
                        using unnest(:ones::bigint[], :others::bigint[]) p(one, other)
                        where j.community_id = folkmoot.community() and j.one_identity = p.one and j.other_identity = p.other
                        """)
                .param("ones", sorted.stream().map(Pair::one).toArray(Long[]::new))
                .param("others", sorted.stream().map(Pair::other).toArray(Long[]::new))
                .update();
    }

    /// The pairs among these identities that are two people.
    Set<Pair> among(Collection<Long> identities) {
        List<Pair> pairs =
                db.sql(
                                """
                                select one_identity, other_identity from identity.judgement
                                where community_id = folkmoot.community() and verdict = 'different'
                                    and one_identity = any(:ids) and other_identity = any(:ids)
                                """)
                        .param("ids", identities.toArray(Long[]::new))
                        .query((row, _) -> new Pair(row.getLong(1), row.getLong(2)))
                        .list();
        return new HashSet<>(pairs);
    }
}
