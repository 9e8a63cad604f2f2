package org.folkmoot.care;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of tasks, many at once: done, dropped, opened again, given to somebody, put off.
@Repository
@Transactional
public class TaskSteps {

    private final JdbcClient db;
    private final Colleagues colleagues;
    private final Trail trail;

    TaskSteps(JdbcClient db, Colleagues colleagues, Trail trail) {
        this.db = db;
        this.colleagues = colleagues;
        this.trail = trail;
    }

    /// @param how `done` or `dropped`
    /// @return which of them were open until now
    public List<Long> end(Collection<Long> ids, String how) {
        var ended =
                db.sql(
                                """
                                insert into care.task_end (community_id, task_id, how, by)
                                select t.community_id, t.id, :how, :by from care.task t
                                where t.community_id = folkmoot.community() and t.id = any(:ids)
                                on conflict do nothing returning task_id
                                """)
                        .param("how", how)
                        .param("by", Trail.who())
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list();
        touched(ended, "task " + how);
        return ended;
    }

    /// Makes them open again.
    List<Long> reopen(Collection<Long> ids) {
        var open =
                db.sql(
                                """
                                delete from care.task_end where community_id = folkmoot.community()
                                    and task_id = any(:ids) returning task_id
                                """)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list();
        touched(open, "task opened again");
        return open;
    }

    /// @param owner null for nobody
    List<Long> give(Collection<Long> ids, @Nullable Long owner) {
        var given =
                db.sql(
                                """
                                update care.task set owner = :owner, owner_name = :name
                                where community_id = folkmoot.community() and id = any(:ids)
                                    and owner is distinct from :owner returning id
                                """)
                        .param("owner", owner)
                        .param("name", owner == null ? null : colleague(owner).name())
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list();
        touched(given, owner == null ? "task given to nobody" : "task given");
        return given;
    }

    /// Puts the day off; the time stays.
    List<Long> due(Collection<Long> ids, @Nullable LocalDate day) {
        var moved =
                db.sql(
                                """
                                update care.task set due_day = :day, due_time = case when :day::date is null then null else due_time end
                                where community_id = folkmoot.community() and id = any(:ids)
                                    and due_day is distinct from :day returning id
                                """)
                        .param("day", day)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list();
        touched(moved, "task put off");
        return moved;
    }

    Colleagues.Colleague colleague(long account) {
        return colleagues
                .find(account)
                .orElseThrow(() -> new Refusal.Unusable("Choose somebody who is of the team now."));
    }

    private void touched(List<Long> ids, String action) {
        db.sql(
                        """
                        update care.task set sequence = sequence + 1, changed_at = now()
                        where community_id = folkmoot.community() and id = any(:ids)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .update();
        ids.forEach(id -> trail.record(action, "task", Long.toString(id), Map.of()));
    }
}
