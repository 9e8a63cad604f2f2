package org.folkmoot.privacy;

import java.util.List;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Objections and restrictions as personal data: told with the reason, and kept without it, since
/// whoever is forgotten is still to be left alone.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RestraintData implements PersonalData {

    private static final String TITLE = "Objections and restrictions";

    private final JdbcClient db;

    RestraintData(JdbcClient db) {
        this.db = db;
    }

    /// Beside what she asked for.
    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var rows =
                db.sql(
                                """
                                select kind, since::text as since, reason, by, at::text as at, lifted_at::text as lifted_at, lifted_by
                                from privacy.restraint
                                where community_id = folkmoot.community() and put_on = any(:homes) order by id
                                """)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .query()
                        .listOfRows();
        return rows.isEmpty() ? List.of() : List.of(new Part(TITLE, "restraints", rows));
    }

    @Override
    public List<Fate> fates(Subject subject) {
        return tell(subject).stream()
                .map(
                        part ->
                                new Fate(
                                        TITLE,
                                        part.rows().size(),
                                        false,
                                        "That they want to be left alone, so that they are. The reason goes."))
                .toList();
    }

    @Override
    public void forget(Subject subject) {
        db.sql(
                        """
                        update privacy.restraint set reason = ''
                        where community_id = folkmoot.community() and put_on = any(:homes)
                        """)
                .param("homes", subject.homes().toArray(Long[]::new))
                .update();
    }
}
