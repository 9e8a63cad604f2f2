package org.folkmoot.privacy;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.TrailAbout;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How somebody's data was handled, as personal data itself: what she asked for, who looked at her,
/// and what the audit trail says was done.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Handled implements PersonalData {

    private static final String REQUESTS =
            """
            select wants, address, words, state, received_at, due_at, closed_at from privacy.request
            where community_id = folkmoot.community() and put_on = any(:homes) order by id
            """;
    private static final String LOOKS =
            """
            select hour, who, way, times from privacy.look
            where community_id = folkmoot.community() and put_on = any(:homes) order by hour
            """;

    private final JdbcClient db;
    private final TrailAbout trail;

    Handled(JdbcClient db, TrailAbout trail) {
        this.db = db;
        this.trail = trail;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        parts.add(
                new Part(
                        "What you asked for",
                        "requests",
                        about(REQUESTS, subject).query().listOfRows()));
        parts.add(new Part("Who looked", "looks", about(LOOKS, subject).query().listOfRows()));
        parts.add(new Part("What the team did", "trail", trail.of("member", subject.homes())));
        return parts.stream().filter(part -> !part.rows().isEmpty()).toList();
    }

    private JdbcClient.StatementSpec about(String sql, Subject subject) {
        return db.sql(sql).param("homes", subject.homes().toArray(Long[]::new));
    }

    @Override
    public List<Fate> fates(Subject subject) {
        return tell(subject).stream().map(part -> FateOfHandling.of(part, subject)).toList();
    }

    @Override
    public void forget(Subject subject) {
        about(
                        "delete from privacy.look where community_id = folkmoot.community() and put_on = any(:homes)",
                        subject)
                .update();
        about(
                        """
                        update privacy.request set words = '', download = null, download_until = null,
                            address = case when closed_at is null then address end
                        where community_id = folkmoot.community() and put_on = any(:homes)
                        """,
                        subject)
                .update();
        about(
                        """
                        update privacy.step set words = '' where community_id = folkmoot.community() and request_id in (
                            select id from privacy.request where community_id = folkmoot.community() and put_on = any(:homes))
                        """,
                        subject)
                .update();
    }
}
