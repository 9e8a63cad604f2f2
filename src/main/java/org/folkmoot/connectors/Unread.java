package org.folkmoot.connectors;

import java.util.List;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rows of imports that could not be read and name somebody, as personal data. Nobody could say
/// whose they are, so they are found by what she is called.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Unread implements PersonalData {

    private static final String NAMING =
            """
            connectors.refused_row r where r.community_id = folkmoot.community()
                and exists (select from unnest(:names::text[]) n where strpos(lower(r.raw), n) > 0)
            """;

    private final JdbcClient db;
    private final Called called;

    Unread(JdbcClient db, Called called) {
        this.db = db;
        this.called = called;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var rows =
                db.sql("select r.file, r.line, r.reason, r.raw as \"row\" from " + NAMING)
                        .param("names", called.names(subject))
                        .query()
                        .listOfRows();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Part("Rows of imports that could not be read", "refused", rows));
    }

    @Override
    public void forget(Subject subject) {
        db.sql("delete from " + NAMING).param("names", called.names(subject)).update();
    }
}
