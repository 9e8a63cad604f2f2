package org.folkmoot.members;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.members.Dependants.Of;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rows of all modules that hang on what is taken away.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class DependentRows {

    private final JdbcClient db;
    private final List<Dependants> all;

    DependentRows(JdbcClient db, List<Dependants> all) {
        this.db = db;
        this.all = all;
    }

    /// Takes away all that hangs on these.
    public void remove(Of of, Collection<Long> ids) {
        for (var table : of(of)) {
            db.sql(
                            "delete from %s t where t.community_id = folkmoot.community() and t.%s = any(:ids)"
                                    .formatted(table.name(), table.column()))
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /// Of these members those who stay for the sake of something that was put on them.
    Set<Long> held(Collection<Long> members) {
        var held = new HashSet<Long>();
        for (var table : of(Of.PERSON)) {
            if (!table.held().equals("false")) {
                held.addAll(
                        db.sql(
                                        "select distinct t.%2$s from %1$s t where t.community_id = folkmoot.community() and t.%2$s = any(:ids) and (%3$s)"
                                                .formatted(
                                                        table.name(), table.column(), table.held()))
                                .param("ids", members.toArray(Long[]::new))
                                .query((row, _) -> row.getLong(1))
                                .list());
            }
        }
        return held;
    }

    private List<Dependants.Table> of(Of of) {
        return all.stream().flatMap(d -> d.tables().stream()).filter(t -> t.of() == of).toList();
    }

    /// All that is declared, each as `schema.table.column`, for whoever sees to it that none was
    /// forgotten.
    public List<String> columns() {
        return all.stream()
                .flatMap(d -> d.tables().stream())
                .map(t -> t.name() + "." + t.column())
                .toList();
    }
}
