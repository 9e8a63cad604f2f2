package org.folkmoot.care;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What we keep of a person: tasks about them, who looks after them, who watches, conversations.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CareData implements PersonalData {

    private final JdbcClient db;

    CareData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        add(
                parts,
                "Tasks of the team",
                "tasks",
                """
                select distinct t.id, t.text, t.due_day::text as due, t.by as written_by, t.at::text as written_at, e.how as ended
                from care.about a join care.task t on t.community_id = a.community_id and t.id = a.task_id
                left join care.task_end e on e.community_id = t.community_id and e.task_id = t.id
                where a.community_id = folkmoot.community() and a.put_on = any(:homes) order by t.id
                """,
                subject);
        add(
                parts,
                "Who of the team looks after you",
                "relationshipOwners",
                """
                select account_name as owner, by as said_by, at::text as since, ended_at::text as until from care.owner
                where community_id = folkmoot.community() and put_on = any(:homes) order by id
                """,
                subject);
        add(
                parts,
                "Conversations written down by the team",
                "conversations",
                """
                select at::text as at, how, line as about, by as written_by from care.talk
                where community_id = folkmoot.community() and put_on = any(:homes) and removed_at is null order by at
                """,
                subject);
        add(
                parts,
                "Teammates who watch what you do",
                "watchers",
                """
                select at::text as since from care.watch
                where community_id = folkmoot.community() and put_on = any(:homes) order by at
                """,
                subject);
        add(
                parts,
                "When the team last spoke with you",
                "lastSpoken",
                """
                select at::text as at, by_team as team_spoke from care.touch
                where community_id = folkmoot.community() and identity_id = any(:identities) order by at
                """,
                subject);
        add(
                parts,
                "A profile that a teammate said is their own",
                "ownProfile",
                """
                select at::text as since from care.self
                where community_id = folkmoot.community() and put_on = any(:homes)
                """,
                subject);
        return parts;
    }

    private void add(List<Part> parts, String title, String key, String sql, Subject subject) {
        var rows =
                db.sql(sql)
                        .param("homes", ids(subject.homes()))
                        .param("identities", ids(subject.identities()))
                        .query()
                        .listOfRows();
        if (!rows.isEmpty()) {
            parts.add(new Part(title, key, rows));
        }
    }

    /// A task about others too stays, without her; its words are the team's.
    @Override
    public void forget(Subject subject) {
        for (var sql :
                List.of(
                        """
                        with hers as (
                            select distinct a.task_id from care.about a where a.community_id = folkmoot.community()
                                and a.put_on = any(:homes)),
                        alone as (
                            select h.task_id from hers h where not exists (select from care.about o
                                where o.community_id = folkmoot.community() and o.task_id = h.task_id
                                    and o.put_on <> all(:homes))),
                        ended as (
                            delete from care.task_end e using alone
                            where e.community_id = folkmoot.community() and e.task_id = alone.task_id)
                        delete from care.task t using alone where t.community_id = folkmoot.community() and t.id = alone.task_id
                        """,
                        "delete from care.about where community_id = folkmoot.community() and put_on = any(:homes)",
                        "delete from care.owner where community_id = folkmoot.community() and put_on = any(:homes)",
                        "delete from care.talk where community_id = folkmoot.community() and put_on = any(:homes)",
                        "delete from care.watch where community_id = folkmoot.community() and put_on = any(:homes)",
                        "delete from care.self where community_id = folkmoot.community() and put_on = any(:homes)",
                        "delete from care.mention where community_id = folkmoot.community() and put_on = any(:homes)")) {
            db.sql(sql).param("homes", ids(subject.homes())).update();
        }
        db.sql(
                        "delete from care.touch where community_id = folkmoot.community() and identity_id = any(:identities)")
                .param("identities", ids(subject.identities()))
                .update();
    }

    private static Long[] ids(Set<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
