package org.folkmoot.sources;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.connectors.Called;
import org.folkmoot.members.PersonalData;
import org.folkmoot.sources.prints.Saying;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What came from platforms, could not be used and names somebody, as personal data: rows, and
/// calls that still wait or were given up.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Unused implements PersonalData {

    private static final String ROWS =
            """
            sources.refused_row r where r.community_id = folkmoot.community()
                and exists (select from unnest(:names::text[]) n where strpos(lower(r.raw), n) > 0)
            """;
    private static final String CALLS =
            """
            sources.call c where c.community_id = folkmoot.community() and c.state <> 'done'
                and exists (select from unnest(:names::text[]) n where strpos(lower(encode(c.body, 'escape')), n) > 0)
            """;

    private final JdbcClient db;
    private final Called called;

    Unused(JdbcClient db, Called called) {
        this.db = db;
        this.called = called;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var names = called.names(subject);
        var parts = new ArrayList<Part>();
        part(
                parts,
                "Rows from platforms that could not be used",
                "unused",
                "select r.at::text, r.reason, r.raw as \"row\" from " + ROWS,
                names);
        part(
                parts,
                "Calls from platforms that were not worked on",
                "calls",
                "select c.came_at::text as at, encode(c.body, 'escape') as \"call\" from " + CALLS,
                names);
        return parts;
    }

    private void part(List<Part> parts, String title, String key, String sql, String[] names) {
        var rows = db.sql(sql).param("names", names).query().listOfRows();
        if (!rows.isEmpty()) {
            parts.add(new Part(title, key, rows));
        }
    }

    @Override
    public void forget(Subject subject) {
        var names = called.names(subject);
        db.sql("delete from " + ROWS).param("names", names).update();
        db.sql("delete from " + CALLS).param("names", names).update();
        var things = called.accounts(subject).stream().map(Saying::person).toArray(Long[]::new);
        db.sql(
                        "delete from sources.print where community_id = folkmoot.community() and thing = any(:things)")
                .param("things", things)
                .update();
    }
}
