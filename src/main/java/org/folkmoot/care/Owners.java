package org.folkmoot.care;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who of the team keeps up the relationship with whom. What was said before stays as history;
/// joining two people keeps what was said of both, and the later holds.
@Repository
@Transactional
public class Owners {

    private static final int MOST = 500;

    /// Whatever holds for whom: the latest of all that was put on a person's homes.
    static final String HOLDING =
            """
            from care.owner o
            left join members.report_moved v on v.community_id = o.community_id and v.home = o.put_on
            join members.report_member m on m.community_id = o.community_id and m.member_id = coalesce(v.member_id, o.put_on)
            where o.community_id = folkmoot.community() and o.ended_at is null
                and not exists (select from members.report_home h
                    join care.owner later on later.community_id = h.community_id and later.put_on = h.home
                        and later.ended_at is null
                    where h.community_id = o.community_id and h.member_id = m.member_id
                        and (later.at, later.id) > (o.at, o.id))
            """;

    private final JdbcClient db;
    private final Colleagues colleagues;
    private final Belonging belonging;
    private final Trail trail;

    Owners(JdbcClient db, Colleagues colleagues, Belonging belonging, Trail trail) {
        this.db = db;
        this.colleagues = colleagues;
        this.belonging = belonging;
        this.trail = trail;
    }

    /// @param account null: nobody, said by hand
    record Said(@Nullable Long account, String name, String by, Instant at) {}

    /// @param batch by which it is taken back
    public record Done(long batch, int people, String name) {}

    record Mine(Who who, Instant since, @Nullable Instant lastSeen) {}

    /// @param account null for nobody
    /// @throws Refusal.Unusable for somebody who is not of the team, or for too many people
    public Done set(Collection<Long> members, @Nullable Long account) {
        if (members.isEmpty() || members.size() > MOST) {
            throw new Refusal.Unusable("Choose up to 500 people first.");
        }
        var name = account == null ? null : colleague(account);
        var present = members.stream().map(belonging::present).distinct().toArray(Long[]::new);
        var batch = db.sql("select nextval('care.owner_id')").query(Long.class).single();
        db.sql(
                        """
                        update care.owner o set ended_at = clock_timestamp()
                        where o.community_id = folkmoot.community() and o.put_on = any(:members) and o.ended_at is null
                        """)
                .param("members", present)
                .update();
        var people =
                db.sql(
                                """
                                insert into care.owner (community_id, put_on, account, account_name, by, at, batch)
                                select folkmoot.community(), m.member_id, :account, :name, :by, clock_timestamp(), :batch
                                from members.report_member m
                                where m.community_id = folkmoot.community() and m.member_id = any(:members)
                                """)
                        .param("account", account)
                        .param("name", name)
                        .param("by", Trail.who())
                        .param("batch", batch)
                        .param("members", present)
                        .update();
        if (people < present.length) {
            throw new Refusal.NotFound("This person");
        }
        for (var member : present) {
            trail.record(
                    "relationship owner set",
                    "member",
                    member.toString(),
                    Map.of("owner", name == null ? "nobody" : name));
        }
        return new Done(batch, people, name == null ? "" : name);
    }

    String colleague(long account) {
        return colleagues
                .find(account)
                .orElseThrow(() -> new Refusal.Unusable("Choose somebody who is of the team now."))
                .name();
    }

    /// Makes what was said before hold again, unless somebody has said something else since.
    int undo(long batch) {
        var undone =
                db.sql(
                                """
                                delete from care.owner where community_id = folkmoot.community() and batch = :batch
                                    and ended_at is null returning put_on
                                """)
                        .param("batch", batch)
                        .query((row, _) -> row.getLong(1))
                        .list();
        db.sql(
                        """
                        update care.owner o set ended_at = null
                        where o.community_id = folkmoot.community() and o.id in (
                            select max(b.id) from care.owner b where b.community_id = folkmoot.community()
                                and b.put_on = any(:people) group by b.put_on)
                        """)
                .param("people", undone.toArray(Long[]::new))
                .update();
        undone.forEach(
                member ->
                        trail.record(
                                "relationship owner taken back",
                                "member",
                                member.toString(),
                                Map.of()));
        return undone.size();
    }

    /// What was said of this person, what holds first.
    @Transactional(readOnly = true)
    List<Said> history(long member) {
        return db.sql(
                        """
                        select o.account, coalesce(o.account_name, ''), o.by, o.at from care.owner o
                        where o.community_id = folkmoot.community() and o.put_on in (select h.home from members.report_home h
                            where h.community_id = folkmoot.community() and h.member_id = :member)
                        order by (o.ended_at is null) desc, o.at desc, o.id desc limit 20
                        """)
                .param("member", member)
                .query(
                        (row, _) ->
                                new Said(
                                        row.getObject(1, Long.class),
                                        row.getString(2),
                                        row.getString(3),
                                        TaskList.instant(row, 4)))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Said> of(long member) {
        return history(member).stream().findFirst().filter(said -> said.account() != null);
    }

    /// Everybody whom that teammate looks after, who was active last first.
    @Transactional(readOnly = true)
    List<Mine> people(long account, int from, int most, boolean contacts) {
        return db.sql(
                        "select m.member_id, m.name, o.at, m.last_seen "
                                + HOLDING
                                + """
                                   and o.account = :account
                                   order by m.last_seen desc nulls last, m.member_id offset :from limit :most
                                  """)
                .param("account", account)
                .param("from", from)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Mine(
                                        Who.of(row.getLong(1), row.getString(2), contacts),
                                        TaskList.instant(row, 3),
                                        row.getObject(4) == null ? null : TaskList.instant(row, 4)))
                .list();
    }

    /// How many people each account looks after, with its name as of then; whoever left the team
    /// is in it too.
    @Transactional(readOnly = true)
    Map<Long, Count> counts() {
        var counts = new LinkedHashMap<Long, Count>();
        db.sql(
                        "select o.account, max(o.account_name), count(*) "
                                + HOLDING
                                + " and o.account is not null group by o.account order by 3 desc, 1")
                .query(
                        row -> {
                            counts.put(row.getLong(1), new Count(row.getString(2), row.getLong(3)));
                        });
        return counts;
    }

    record Count(String name, long people) {}
}
