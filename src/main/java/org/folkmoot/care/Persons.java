package org.folkmoot.care;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The names of people we know by number.
@Repository
@Transactional(readOnly = true)
class Persons {

    private final JdbcClient db;
    private final Belonging belonging;

    Persons(JdbcClient db, Belonging belonging) {
        this.db = db;
        this.belonging = belonging;
    }

    /// In the order of their names; one statement. Who is not here is left out.
    List<Who> named(Collection<Long> members, boolean contacts) {
        if (members.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                        select member_id, name from members.report_member
                        where community_id = folkmoot.community() and member_id = any(:ids) order by name, member_id
                        """)
                .param("ids", members.toArray(Long[]::new))
                .query((row, _) -> Who.of(row.getLong(1), row.getString(2), contacts))
                .list();
    }

    Map<Long, Who> byNumber(Collection<Long> members, boolean contacts) {
        var all = new TreeMap<Long, Who>();
        named(members, contacts).forEach(who -> all.put(who.member(), who));
        return all;
    }

    /// Whom a number means by now.
    ///
    /// @throws Refusal.NotFound also for somebody of another community
    Who get(long member, boolean contacts) {
        return named(List.of(belonging.present(member)), contacts).stream()
                .findAny()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }
}
