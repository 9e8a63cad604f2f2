package org.folkmoot.organisations;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the team says of where somebody works and worked, for whoever must tell or forget it.
@Repository
@Transactional
class StintsKept implements PersonalData {

    private final JdbcClient db;

    StintsKept(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> tell(Subject subject) {
        List<Map<String, @Nullable Object>> rows =
                db.sql(
                                """
                                select organisation, since, until, by, at from organisations.stint
                                where community_id = folkmoot.community() and put_on = any(:homes) order by id
                                """)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .query(
                                (row, _) -> {
                                    Map<String, @Nullable Object> told = new LinkedHashMap<>();
                                    told.put("organisation", row.getString(1));
                                    told.put("from", row.getString(2));
                                    told.put("until", row.getString(3));
                                    told.put("said by", row.getString(4));
                                    told.put(
                                            "on",
                                            row.getObject(5, OffsetDateTime.class)
                                                    .toInstant()
                                                    .toString());
                                    return told;
                                })
                        .list();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Part("Where the team says that she works", "employment", rows));
    }

    @Override
    public void forget(Subject subject) {
        db.sql(
                        "delete from organisations.stint where community_id = folkmoot.community() and put_on = any(:homes)")
                .param("homes", subject.homes().toArray(Long[]::new))
                .update();
    }
}
