package org.folkmoot.members;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.members.Dependants.Of;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes accounts away for good, and whoever had no other, as if they had never come.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Departing {

    private final JdbcClient db;
    private final DependentRows dependents;
    private final ApplicationEventPublisher events;

    Departing(JdbcClient db, DependentRows dependents, ApplicationEventPublisher events) {
        this.db = db;
        this.dependents = dependents;
        this.events = events;
    }

    /// Of these accounts those that may go: not whose owner asked to be forgotten, which must stay
    /// known, and not on whose own profile the team put something.
    public Set<Long> free(Collection<Long> identities) {
        var homes = homes(identities);
        var held = dependents.held(new HashSet<>(homes.values()));
        homes.values().removeIf(held::contains);
        return homes.keySet();
    }

    /// The member that each was born with; nobody who was forgotten.
    private Map<Long, Long> homes(Collection<Long> identities) {
        var homes = new LinkedHashMap<Long, Long>();
        db.sql(
                        """
                        select id, coalesce(home, member_id) from members.identity
                        where community_id = folkmoot.community() and id = any(:ids)
                            and not starts_with(external_id, 'forgotten~') order by id
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query((row, _) -> homes.put(row.getLong(1), row.getLong(2)))
                .list();
        return homes;
    }

    /// Takes these away, of whom nothing is left in the ledger.
    public void leave(Collection<Long> identities) {
        if (identities.isEmpty()) {
            return;
        }
        events.publishEvent(new AccountsLeave(List.copyOf(identities)));
        var homes = homes(identities);
        dependents.remove(Of.ACCOUNT, homes.keySet());
        dependents.remove(Of.PERSON, homes.values());
        delete("identity", "id", homes.keySet());
        delete("member", "id", homes.values());
        delete("searched", "member_id", homes.values());
    }

    private void delete(String table, String column, Collection<Long> ids) {
        db.sql(
                        "delete from members.%s where community_id = folkmoot.community() and %s = any(:ids)"
                                .formatted(table, column))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}
