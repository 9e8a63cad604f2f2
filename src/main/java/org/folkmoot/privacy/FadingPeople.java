package org.folkmoot.privacy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.members.Fading;
import org.folkmoot.members.Forgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// People who left and were not seen since: they are forgotten as if they had asked for it.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FadingPeople implements Fading {

    /// A person is a lot to forget, and each is forgotten whole.
    private static final int AT_ONCE = 20;

    private static final String OLD =
            """
            from members.report_member m where m.community_id = folkmoot.community() and m.left_at < :than
                and coalesce(m.last_seen, m.left_at) < :than and m.back_at is null and m.name <> :forgotten
                and not exists (select from privacy.erasure e where e.community_id = m.community_id
                    and e.put_on = m.member_id)
            """;

    private final JdbcClient db;
    private final Eraser eraser;
    private final Subjects subjects;

    FadingPeople(JdbcClient db, Eraser eraser, Subjects subjects) {
        this.db = db;
        this.eraser = eraser;
        this.subjects = subjects;
    }

    @Override
    public String key() {
        return "people";
    }

    @Override
    public String title() {
        return "People who left";
    }

    @Override
    public String words() {
        return "By when they left and were last seen. They are forgotten as if they had asked: counts stay, nothing comes back.";
    }

    @Override
    public long older(Instant than) {
        return asking("select count(*) " + OLD, than).query(Long.class).single();
    }

    @Override
    public List<String> some(Instant than, int most) {
        return asking("select m.name " + OLD + " limit :most", than)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public long take(Instant than, int most) {
        var some =
                asking("select m.member_id " + OLD + " order by m.member_id limit :most", than)
                        .param("most", Math.min(most, AT_ONCE))
                        .query(Long.class)
                        .list();
        some.forEach(member -> eraser.plan(subjects.get(member)));
        return some.size();
    }

    private JdbcClient.StatementSpec asking(String sql, Instant than) {
        return db.sql(sql)
                .param("than", than.atOffset(ZoneOffset.UTC))
                .param("forgotten", Forgotten.NAME);
    }
}
