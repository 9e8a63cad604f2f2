package org.folkmoot.members;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What there is to filter by. Each value is one step along an index, however many rows have it.
@Repository
@Transactional(readOnly = true)
class Facets {

    private static final int MOST = 200;

    private final JdbcClient db;

    Facets(JdbcClient db) {
        this.db = db;
    }

    List<String> platforms() {
        return steps("members.identity", "platform", "");
    }

    List<String> kinds() {
        return steps("members.doing", "kind", "");
    }

    List<String> tags() {
        return steps("members.tag", "name", " and removed_at is null");
    }

    private List<String> steps(String table, String column, String only) {
        return db.sql(
                        """
                        with recursive step(value) as (
                            (select min(%2$s) from %1$s where community_id = folkmoot.community()%3$s)
                            union all
                            select (select min(%2$s) from %1$s
                                where community_id = folkmoot.community() and %2$s > step.value%3$s)
                            from step where step.value is not null
                        )
                        select value from step where value is not null limit :most
                        """
                                .formatted(table, column, only))
                .param("most", MOST)
                .query((row, _) -> row.getString("value"))
                .list();
    }
}
