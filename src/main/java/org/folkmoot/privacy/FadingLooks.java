package org.folkmoot.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.members.Fading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who looked at whom, long ago.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingLooks implements Fading {

    private static final String OLD =
            "from privacy.look where community_id = folkmoot.community() and hour < :than";

    private final JdbcClient db;

    FadingLooks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "looks";
    }

    @Override
    public String title() {
        return "Who looked at whom";
    }

    @Override
    public String words() {
        return "By the hour of the look.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking(
                        "select who || ', ' || way || ', ' || hour::date " + OLD + " limit :most",
                        than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        return asking(
                        "delete from privacy.look where (community_id, hour, put_on, way, who) in (select community_id, hour, put_on, way, who %s limit :most)"
                                .formatted(OLD),
                        than)
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql).param("than", than.atOffset(ZoneOffset.UTC));
    }
}
