package org.folkmoot.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What stands in a list for the people and texts that are numbers to those who count.
@Repository
@Transactional(readOnly = true)
class Captions {

    private final JdbcClient db;

    Captions(JdbcClient db) {
        this.db = db;
    }

    record Person(String name, List<String> platforms) {}

    /// By member; who is gone meanwhile is left out.
    Map<Long, Person> people(Collection<Long> members) {
        var people = new HashMap<Long, Person>();
        db.sql(
                        """
                        select member_id, name, platforms from members.report_member
                        where community_id = :here and member_id = any(:ids)
                        """)
                .param("here", Here.community().value())
                .param("ids", members.stream().distinct().toArray(Long[]::new))
                .query(
                        row -> {
                            people.put(
                                    row.getLong(1),
                                    new Person(
                                            row.getString(2),
                                            List.of((String[]) row.getArray(3).getArray())));
                        });
        return people;
    }

    /// By activity, its title or how it begins; without either it is left out.
    Map<Long, String> texts(Collection<Long> activities) {
        var texts = new HashMap<Long, String>();
        db.sql(
                        """
                        select id, coalesce(nullif(title, ''), left(text, 140)) from activity.report_activity
                        where community_id = :here and id = any(:ids)
                        """)
                .param("here", Here.community().value())
                .param("ids", activities.toArray(Long[]::new))
                .query(
                        row -> {
                            var text = row.getString(2);
                            if (text != null) {
                                texts.put(row.getLong(1), text);
                            }
                        });
        return texts;
    }
}
