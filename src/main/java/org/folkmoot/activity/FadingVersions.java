package org.folkmoot.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.members.Fading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Earlier texts of what was edited. That there was one stays, so that an export does not bring it
/// back.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingVersions implements Fading {

    private static final String OLD =
            """
            from activity.version v join activity.activity a on a.community_id = v.community_id and a.id = v.activity_id
            where v.community_id = folkmoot.community() and (v.text is not null or v.title is not null) and a.at < :than
            """;

    private final JdbcClient db;

    FadingVersions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String key() {
        return "versions";
    }

    @Override
    public String title() {
        return "Earlier texts of what was edited";
    }

    @Override
    public String words() {
        return "By when the message was written. The text as it is now stays.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking(
                        "select left(coalesce(v.title, v.text, ''), 120) " + OLD + " limit :most",
                        than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        return asking(
                        """
                        update activity.version w set title = null, text = null
                        where w.community_id = folkmoot.community() and (w.activity_id, w.digest) in (
                            select v.activity_id, v.digest %s limit :most)
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
