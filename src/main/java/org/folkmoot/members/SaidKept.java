package org.folkmoot.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells and forgets what the team said of somebody by hand, and ever said.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SaidKept implements PersonalData {

    private final JdbcClient db;

    SaidKept(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var rows =
                db.sql(
                                """
                                select field, value, by, at::text, true from members.said
                                where community_id = folkmoot.community() and put_on = any(:homes) and value is not null
                                union all
                                select field, after, by, at::text, false from members.saying
                                where community_id = folkmoot.community() and put_on = any(:homes)
                                order by 5 desc, 4
                                """)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .query(
                                (row, _) -> {
                                    var told = new LinkedHashMap<String, @Nullable Object>();
                                    told.put("field", row.getString(1));
                                    told.put("value", row.getString(2));
                                    told.put("said by", row.getString(3));
                                    told.put("at", row.getString(4));
                                    told.put("holds", row.getBoolean(5));
                                    return (Map<String, @Nullable Object>) told;
                                })
                        .list();
        return rows.isEmpty() ? List.of() : List.of(new Part("Said by the team", "said", rows));
    }

    @Override
    public void forget(Subject subject) {
        for (var table : List.of("said", "saying")) {
            db.sql(
                            "delete from members.%s where community_id = folkmoot.community() and put_on = any(:homes)"
                                    .formatted(table))
                    .param("homes", subject.homes().toArray(Long[]::new))
                    .update();
        }
    }
}
