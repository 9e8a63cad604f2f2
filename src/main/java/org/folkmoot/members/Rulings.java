package org.folkmoot.members;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What rules say that accounts are: kept beside what platforms tell, so that either can change
/// without the other. What the team said of a person by hand holds over both.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Rulings {

    private static final int AT_A_TIME = 5000;

    private final JdbcClient db;
    private final MemberFacts facts;
    private final IdentityNews news;

    Rulings(JdbcClient db, MemberFacts facts, IdentityNews news) {
        this.db = db;
        this.facts = facts;
        this.news = news;
    }

    /// Whether rules say of anybody what a platform does not.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean any() {
        return db.sql(
                        "select exists (select from members.identity where community_id = folkmoot.community() and ruled is not null)")
                .query(Boolean.class)
                .single();
    }

    /// These accounts, by their ids.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<Ruled> accounts(Collection<Long> identities) {
        return db.sql(
                        "select %s from members.identity i where i.community_id = folkmoot.community() and i.id = any(:ids) order by i.id"
                                .formatted(Ruled.COLUMNS))
                .param("ids", identities.toArray(Long[]::new))
                .query(Ruled::read)
                .list();
    }

    /// Has these accounts be what rules say: member, staff or bot. Nothing is kept where the
    /// platform says the same.
    public void rule(Map<Long, String> roles) {
        var changed =
                db
                        .sql(
                                """
                                update members.identity i set ruled = nullif(v.role, %1$s), role = v.role
                                from unnest(cast(:ids as bigint[]), cast(:roles as text[])) v(id, role)
                                where i.community_id = folkmoot.community() and i.id = v.id and i.role <> 'nobody'
                                    and (i.role <> v.role or i.ruled is distinct from nullif(v.role, %1$s))
                                returning i.id, i.member_id
                                """
                                        .formatted(Ruled.TOLD))
                        .param("ids", roles.keySet().toArray(Long[]::new))
                        .param("roles", roles.values().toArray(String[]::new))
                        .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                        .list()
                        .stream()
                        .sorted((a, b) -> Long.compare(a[1], b[1]))
                        .map(pair -> pair[0])
                        .toList();
        for (int from = 0; from < changed.size(); from += AT_A_TIME) {
            var some = changed.subList(from, Math.min(changed.size(), from + AT_A_TIME));
            facts.derive(some);
            news.tell(some);
        }
    }
}
