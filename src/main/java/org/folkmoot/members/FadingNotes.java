package org.folkmoot.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Notes about people who are long gone.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingNotes implements Fading {

    private static final String OLD =
            """
            from members.note n join members.member m on m.community_id = n.community_id and m.id = n.member_id
            where n.community_id = folkmoot.community() and n.text not like 'md5:%'
                and n.at < :than and coalesce(m.last_seen, m.first_seen, n.at) < :than
            """;

    private final JdbcClient db;
    private final MemberFacts facts;

    FadingNotes(JdbcClient db, MemberFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    @Override
    public String key() {
        return "notes";
    }

    @Override
    public String title() {
        return "Notes about people who are silent";
    }

    @Override
    public String words() {
        return "By when they were last seen, and not before the note itself is as old. An import does not bring them back.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking("select m.name || ': ' || left(n.text, 100) " + OLD + " limit :most", than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        var gone =
                asking(
                                """
                                update members.note o set text = 'md5:' || md5(o.text), removed_at = coalesce(o.removed_at, now())
                                where o.community_id = folkmoot.community() and o.id in (select n.id %s limit :most)
                                returning o.member_id
                                """
                                        .formatted(OLD),
                                than)
                        .param("most", most)
                        .query((row, _) -> row.getLong(1))
                        .list();
        facts.derive(
                db.sql(
                                """
                                select id from members.identity where community_id = folkmoot.community() and member_id = any(:members)
                                """)
                        .param("members", gone.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list());
        return gone.size();
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql).param("than", than.atOffset(ZoneOffset.UTC));
    }
}
