package org.folkmoot.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where a person has one account, two accounts are two people unless somebody looks: also when
/// both are like a third one elsewhere.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OneEach {

    /// What a person who is asked reads among the reasons.
    static final Evidence WHY =
            new Evidence(
                    "two_in_all",
                    -3,
                    "Together they would have two accounts where a person has one");

    private final JdbcClient db;

    OneEach(JdbcClient db) {
        this.db = db;
    }

    /// The accounts among these of which a person has one, with where they are.
    Accounts among(Collection<Long> identities) {
        var sources = new HashMap<Long, String>();
        db.sql(
                        """
                        select identity_id, source from members.report_account
                        where community_id = folkmoot.community() and identity_id = any(:ids) and platform = any(:platforms)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .param("platforms", Weighing.ONE_EACH.toArray(String[]::new))
                .query((row, _) -> sources.put(row.getLong(1), row.getString(2)))
                .list();
        return new Accounts(sources);
    }

    /// @param sources of those accounts of which a person has one
    record Accounts(Map<Long, String> sources) {

        /// Whether one of these is at the same place as one of those; what speaks against the pair
        /// itself was weighed before.
        boolean twice(Pair claimed, Set<Long> ones, Set<Long> others) {
            for (var one : ones) {
                var source = sources.get(one);
                if (source != null
                        && others.stream()
                                .filter(other -> !claimed.between(Set.of(one), Set.of(other)))
                                .anyMatch(other -> source.equals(sources.get(other)))) {
                    return true;
                }
            }
            return false;
        }
    }
}
