package org.folkmoot.sources.connections;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailBadge;
import org.folkmoot.access.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many connections only a person can mend, in the rail.
@Component
@Transactional(readOnly = true)
class BrokenBadge implements RailBadge {

    private final JdbcClient db;

    BrokenBadge(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String path() {
        return "/connections";
    }

    @Override
    public Permission needs() {
        return Permission.IMPORT;
    }

    @Override
    public int waiting(Visitor visitor) {
        return db.sql(
                        """
                        select count(*) from sources.source
                        where community_id = folkmoot.community() and state = 'broken'
                        """)
                .query(Integer.class)
                .single();
    }
}
