package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which accounts are one member: the pointers, and nothing else. Who decides that is another
/// module. Every account was born with a member of its own, its home; a person with many accounts
/// is the oldest of their homes, so that the same groups always give the same members, whatever was
/// joined and parted before.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Belonging {

    private final JdbcClient db;
    private final DataSource source;
    private final MemberFacts facts;
    private final ApplicationEventPublisher events;

    Belonging(
            JdbcClient db, DataSource source, MemberFacts facts, ApplicationEventPublisher events) {
        this.db = db;
        this.source = source;
        this.facts = facts;
        this.events = events;
    }

    /// Makes each of these groups of identities one member. Tags, notes and what was said by hand
    /// follow the account on whose home they were put. A handful of statements, however many.
    ///
    /// @param groups each identity in one of them; together with everybody who shares a member now
    public void gather(Collection<? extends Collection<Long>> groups) {
        var rows = new CopyIn();
        var all = new ArrayList<Long>();
        int group = 0;
        for (var identities : groups) {
            for (var identity : identities) {
                rows.row(identity, group);
                all.add(identity);
            }
            group++;
        }
        db.sql("create temporary table gathered (identity_id bigint, grp integer) on commit drop")
                .update();
        rows.into(source, "gathered");
        db.sql(
                        """
                        create temporary table going on commit drop as
                        select g.identity_id, i.member_id as was, coalesce(i.home, i.member_id) as home,
                            min(coalesce(i.home, i.member_id)) over (partition by g.grp) as goes
                        from gathered g join members.identity i on i.community_id = folkmoot.community() and i.id = g.identity_id
                        """)
                .update();
        move();
        db.sql("drop table gathered, going").update();
        facts.derive(all);
        events.publishEvent(new PeopleRegrouped(all));
    }

    private void move() {
        db.sql(
                        """
                        select m.id from members.member m
                        where m.community_id = folkmoot.community() and m.id in (select was from going union select goes from going)
                        order by m.id for update
                        """)
                .query((_, _) -> 1)
                .list();
        db.sql(
                        """
                        insert into members.member (community_id, id, name)
                        select folkmoot.community(), g.goes, i.external_id
                        from going g join members.identity i on i.community_id = folkmoot.community() and i.id = g.identity_id
                        where g.home = g.goes
                        on conflict do nothing
                        """)
                .update();
        db.sql(
                        """
                        update members.identity i set member_id = g.goes, home = nullif(g.home, g.goes) from going g
                        where i.community_id = folkmoot.community() and i.id = g.identity_id and g.was <> g.goes
                        """)
                .update();
        for (var follower : List.of("tag", "note", "said")) {
            db.sql(
                            """
                            update members.%s t set member_id = g.goes from going g
                            where t.community_id = folkmoot.community() and t.put_on = g.home and t.member_id <> g.goes
                            """
                                    .formatted(follower))
                    .update();
        }
        for (var left : List.of("member t where t.id", "searched t where t.member_id")) {
            db.sql(
                            """
                            delete from members.%s in (select was from going) and t.community_id = folkmoot.community()
                                and not exists (select from members.identity i
                                    where i.community_id = folkmoot.community() and i.member_id = %s)
                            """
                                    .formatted(left, left.substring(left.indexOf("t."))))
                    .update();
        }
    }

    /// To which member each of these identities belongs now; missing if it is not here.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<Long, Long> membersOf(Collection<Long> identities) {
        var members = new TreeMap<Long, Long>();
        db.sql(
                        """
                        select id, member_id from members.identity
                        where community_id = folkmoot.community() and id = any(:ids)
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query((row, _) -> members.put(row.getLong(1), row.getLong(2)))
                .list();
        return members;
    }

    /// Whom a member's id means by now: itself, or the one its account was joined with.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public long present(long member) {
        return db.sql(
                        """
                        select coalesce((select member_id from members.identity
                            where community_id = folkmoot.community() and home = :member limit 1), :member)
                        """)
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
