package org.folkmoot.sources.roles;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The rules of connections, and which accounts they are about.
@Repository
@Transactional
public class RoleRows {

    private final JdbcClient db;

    RoleRows(JdbcClient db) {
        this.db = db;
    }

    /// Those of each connection that has any.
    @Transactional(readOnly = true)
    public Map<Long, RoleRules> all() {
        return read("roles");
    }

    /// Those that the last change put away, of each connection whose rules were ever changed.
    @Transactional(readOnly = true)
    Map<Long, RoleRules> before() {
        return read("roles_before");
    }

    private Map<Long, RoleRules> read(String column) {
        var all = new HashMap<Long, RoleRules>();
        db.sql(
                        "select id, %1$s from sources.source where community_id = folkmoot.community() and state <> 'erasing' and %1$s is not null"
                                .formatted(column))
                .query(
                        row -> {
                            all.put(row.getLong(1), rules(row.getString(2)));
                        });
        return all;
    }

    private static RoleRules rules(String json) {
        return RoleRules.read(JsonMapper.shared().readTree(json));
    }

    /// Puts away those of before.
    public void keep(long source, RoleRules rules) {
        db.sql(
                        """
                        update sources.source set roles_before = coalesce(roles, cast(:none as jsonb)), roles = cast(:rules as jsonb)
                        where community_id = folkmoot.community() and id = :source
                        """)
                .param("none", RoleRules.NONE.json())
                .param("rules", rules.none() ? null : rules.json())
                .param("source", source)
                .update();
    }

    /// Of which accounts it told, in the order of their ids.
    @Transactional(readOnly = true)
    List<Long> accounts(long source, long after, int most) {
        return db.sql(
                        """
                        select identity_id from sources.account
                        where community_id = folkmoot.community() and source_id = :source and identity_id > :after
                        order by identity_id limit :most
                        """)
                .param("source", source)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Which connections told of each of these accounts.
    @Transactional(readOnly = true)
    Map<Long, List<Long>> telling(Collection<Long> accounts) {
        var all = new HashMap<Long, List<Long>>();
        db.sql(
                        """
                        select a.identity_id, a.source_id from sources.account a
                        join sources.source s on s.community_id = a.community_id and s.id = a.source_id and s.state <> 'erasing'
                        where a.community_id = folkmoot.community() and a.identity_id = any(:ids)
                        """)
                .param("ids", accounts.toArray(Long[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                    .add(row.getLong(2));
                        });
        return all;
    }
}
