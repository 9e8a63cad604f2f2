package org.folkmoot.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Replies to questions within a group of identities: an answer while these are several people, no
/// answer while they are one.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SelfAnswers {

    private final JdbcClient db;

    SelfAnswers(JdbcClient db) {
        this.db = db;
    }

    /// The replies that one of a group gave to another of it. Each is found from either end, so
    /// nobody needs to be asked about the busiest of each group.
    Set<Long> among(Collection<? extends Collection<Long>> groups) {
        var one = new ArrayList<Long>();
        var group = new ArrayList<Integer>();
        int number = 0;
        for (var identities : groups) {
            if (identities.size() > 1) {
                for (var identity : identities) {
                    one.add(identity);
                    group.add(number);
                }
            }
            number++;
        }
        return one.isEmpty() ? Set.of() : find(one, group);
    }

    private Set<Long> find(List<Long> identities, List<Integer> groups) {
        return new HashSet<>(
                db.sql(
                                """
                                with one as materialized (
                                    select g.id, g.grp, row_number() over (partition by g.grp order by i.activities desc, g.id) as rank
                                    from unnest(:ids::bigint[], :groups::integer[]) g(id, grp)
                                    join members.report_busyness i on i.community_id = folkmoot.community() and i.identity_id = g.id
                                )
                                select r.id from one o
                                join activity.activity r on r.community_id = folkmoot.community() and r.identity_id = o.id
                                    and r.told = 'reply' and r.parent_id is not null
                                join activity.activity q on q.community_id = folkmoot.community() and q.id = r.parent_id
                                join one p on p.grp = o.grp and p.id = q.identity_id and p.id <> o.id
                                where o.rank > 1
                                union
                                select r.id from one o
                                join activity.activity q on q.community_id = folkmoot.community() and q.identity_id = o.id
                                    and q.kind = 'question'
                                join activity.activity r on r.community_id = folkmoot.community() and r.parent_id = q.id
                                    and r.told = 'reply'
                                join one p on p.grp = o.grp and p.id = r.identity_id and p.id <> o.id
                                where o.rank > 1
                                """)
                        .param("ids", identities.toArray(Long[]::new))
                        .param("groups", groups.toArray(Integer[]::new))
                        .query(Long.class)
                        .list());
    }
}
