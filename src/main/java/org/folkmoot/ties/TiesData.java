package org.folkmoot.ties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is kept of a person here: their ties, and introductions of them. Whom they know is told in
/// numbers alone, for the others' sake.
@Repository
class TiesData implements PersonalData {

    private final JdbcClient db;

    TiesData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        var ties =
                rows(
                        """
                        select count(distinct case when t.one = any(:identities) then t.other else t.one end) as people,
                            sum(t.replies) as replies, sum(t.mentions) as mentions, sum(t.reviews) as reviews,
                            sum(t.together) as threads, max(t.last)::text as last
                        from ties.tie t where t.community_id = folkmoot.community()
                            and (t.one = any(:identities) or t.other = any(:identities)) having count(*) > 0
                        """,
                        subject);
        if (!ties.isEmpty()) {
            parts.add(new Part("How many people you talked with", "ties", ties));
        }
        var introductions =
                rows(
                        """
                        select i.reason, i.draft as message, i.state, i.suggested_at::text as suggested, i.sent_at::text as sent,
                            i.answered_at::text as answered
                        from ties.introduction i where i.community_id = folkmoot.community()
                            and (i.put_on = any(:homes) or i.put_on_other = any(:homes)) order by i.id
                        """,
                        subject);
        if (!introductions.isEmpty()) {
            parts.add(new Part("Introductions to others", "introductions", introductions));
        }
        return parts;
    }

    @Override
    public void forget(Subject subject) {
        for (var sql :
                List.of(
                        """
                        delete from ties.step s using ties.introduction i
                        where s.community_id = folkmoot.community() and i.community_id = s.community_id and i.id = s.introduction_id
                            and (i.put_on = any(:homes) or i.put_on_other = any(:homes))
                        """,
                        """
                        delete from ties.introduction where community_id = folkmoot.community()
                            and (put_on = any(:homes) or put_on_other = any(:homes))
                        """,
                        """
                        delete from ties.meeting where community_id = folkmoot.community()
                            and (one = any(:identities) or other = any(:identities))
                        """,
                        """
                        delete from ties.tie where community_id = folkmoot.community()
                            and (one = any(:identities) or other = any(:identities))
                        """)) {
            ask(sql, subject).update();
        }
    }

    private JdbcClient.StatementSpec ask(String sql, Subject subject) {
        var asked = db.sql(sql);
        if (sql.contains(":homes")) {
            asked = asked.param("homes", subject.homes().toArray(Long[]::new));
        }
        if (sql.contains(":identities")) {
            asked = asked.param("identities", subject.identities().toArray(Long[]::new));
        }
        return asked;
    }

    private List<Map<String, @Nullable Object>> rows(String sql, Subject subject) {
        return ask(sql, subject)
                .query(
                        (row, _) -> {
                            Map<String, @Nullable Object> told = new LinkedHashMap<>();
                            for (int c = 1; c <= row.getMetaData().getColumnCount(); c++) {
                                told.put(row.getMetaData().getColumnLabel(c), row.getObject(c));
                            }
                            return told;
                        })
                .list();
    }
}
