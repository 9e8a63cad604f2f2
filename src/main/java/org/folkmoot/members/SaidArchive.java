package org.folkmoot.members;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the team said of people by hand, out into an export.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SaidArchive implements PeopleArchive.AlsoKnown {

    private final JdbcClient db;

    SaidArchive(JdbcClient db) {
        this.db = db;
    }

    /// One line for each field said of an account's person; roles go with the member's line.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select i.source, i.external_id, s.field, s.value, s.by, s.at from members.said s
                        join members.identity i on i.community_id = s.community_id and coalesce(i.home, i.member_id) = s.put_on
                        where s.community_id = folkmoot.community() and s.field <> 'role' and s.value is not null
                        order by i.id, s.field
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            line.accept(
                                    line(
                                            "said",
                                            PeopleArchive.account(
                                                    row.getString(1), row.getString(2)),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getObject(6, OffsetDateTime.class)));
                        });
    }

    /// A line of what was said, of any module.
    public static Map<String, Object> line(
            String type,
            Map<String, Object> account,
            String field,
            String value,
            String by,
            OffsetDateTime at) {
        var said = new LinkedHashMap<String, Object>();
        said.put("type", type);
        said.putAll(account);
        said.put("field", field);
        said.put("value", value);
        said.put("by", by);
        said.put("at", at.toInstant().toString());
        return said;
    }
}
