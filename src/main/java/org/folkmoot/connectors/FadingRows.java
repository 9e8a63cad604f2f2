package org.folkmoot.connectors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.members.Fading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rows of imports that could not be read: needed to mend an export, and for nothing later.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingRows implements Fading {

    private static final String OLD =
            """
            from connectors.refused_row r join connectors.import i on i.community_id = r.community_id and i.id = r.import_id
            where r.community_id = folkmoot.community() and i.ended_at < :than
            """;

    private final JdbcClient db;

    FadingRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "refused";
    }

    @Override
    public String title() {
        return "Rows of imports that could not be read";
    }

    @Override
    public String words() {
        return "By when the import ended. How many there were stays.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking(
                        "select r.file || ', line ' || r.line || ': ' || r.reason "
                                + OLD
                                + " limit :most",
                        than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        return asking(
                        """
                        delete from connectors.refused_row where community_id = folkmoot.community()
                            and id in (select r.id %s limit :most)
                        """
                                .formatted(OLD),
                        than)
                .param("most", most)
                .update();
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql).param("than", than.atOffset(ZoneOffset.UTC));
    }
}
