package org.folkmoot.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.members.Fading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Texts that a community does not want to keep for ever. Each row keeps what tells its version
/// apart, so the same export does not bring them back.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingTexts implements Fading {

    private static final String OLD =
            """
            from activity.activity a where a.community_id = folkmoot.community() and a.at < :than
                and (a.text is not null or a.title is not null or a.files <> '{}')
            """;

    private final JdbcClient db;
    private final LedgerRows rows;
    private final FadingVersions versions;

    FadingTexts(JdbcClient db, LedgerRows rows, FadingVersions versions) {
        this.db = db;
        this.rows = rows;
        this.versions = versions;
    }

    @Override
    public String key() {
        return "texts";
    }

    @Override
    public String title() {
        return "Texts of messages";
    }

    @Override
    public String words() {
        return "By when it was said. What was done, when and by whom stays and counts.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking(
                        "select left(coalesce(a.title, a.text, ''), 120) " + OLD + " limit :most",
                        than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        rows.oneWriterAtATime();
        var ids =
                asking("select a.id " + OLD + " limit :most", than)
                        .param("most", most)
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new);
        for (var sql :
                List.of(
                        "delete from activity.words where community_id = folkmoot.community() and activity_id = any(:ids)",
                        """
                        update activity.mark m set text = null from activity.activity a
                        where a.community_id = folkmoot.community() and a.id = any(:ids) and m.community_id = a.community_id
                            and m.source_id = a.source_id and m.external_id = a.external_id and m.what = 'edited'
                        """,
                        """
                        update activity.activity set title = null, text = null, files = '{}'
                        where community_id = folkmoot.community() and id = any(:ids)
                        """,
                        """
                        insert into activity.unread (community_id, activity_id)
                        select folkmoot.community(), id from unnest(:ids::bigint[]) id order by id on conflict do nothing
                        """)) {
            db.sql(sql).param("ids", ids).update();
        }
        return ids.length + versions.take(than, most);
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql).param("than", than.atOffset(ZoneOffset.UTC));
    }
}
