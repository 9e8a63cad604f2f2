package org.folkmoot.care;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the team means to do, as it is written down. What becomes of it: see [TaskSteps].
@Repository
@Transactional
public class Tasks {

    private static final int MOST_PEOPLE = 200;

    private final JdbcClient db;
    private final TaskSteps steps;
    private final Belonging belonging;
    private final Trail trail;

    Tasks(JdbcClient db, TaskSteps steps, Belonging belonging, Trail trail) {
        this.db = db;
        this.steps = steps;
        this.belonging = belonging;
        this.trail = trail;
    }

    /// @param owner an account of the team; null for nobody
    /// @param about members
    public record Wish(
            String text,
            Task.@Nullable Due due,
            @Nullable Long owner,
            @Nullable Long thread,
            List<Long> about) {

        public Wish {
            about = List.copyOf(about);
        }
    }

    /// Whether anything was ever written down here.
    @Transactional(readOnly = true)
    public boolean any() {
        return db.sql(
                        "select exists (select from care.task where community_id = folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    /// @return its id
    /// @throws Refusal.Unusable when something will not do
    public long create(Wish wish) {
        var id =
                db.sql(
                                """
                                insert into care.task (community_id, text, due_day, due_time, owner, owner_name, thread_id, by)
                                values (folkmoot.community(), :text, :day, :time, :owner, :name, :thread, :by) returning id
                                """)
                        .params(fields(wish))
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        about(id, wish.about());
        trail.record("task created", "task", Long.toString(id), Map.of());
        return id;
    }

    /// Writes all of it anew.
    void change(long id, Wish wish) {
        expect(
                db.sql(
                                """
                                update care.task set text = :text, due_day = :day, due_time = :time, owner = :owner,
                                    owner_name = :name, thread_id = :thread, sequence = sequence + 1, changed_at = now()
                                where community_id = folkmoot.community() and id = :id
                                """)
                        .params(fields(wish))
                        .param("id", id)
                        .update());
        db.sql("delete from care.about where community_id = folkmoot.community() and task_id = :id")
                .param("id", id)
                .update();
        about(id, wish.about());
        trail.record("task changed", "task", Long.toString(id), Map.of());
    }

    private Map<String, @Nullable Object> fields(Wish wish) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        var due = wish.due();
        LocalDate day = due == null ? null : due.day();
        LocalTime time = due == null ? null : due.time();
        fields.put("text", Task.usable(wish.text()));
        fields.put("day", day);
        fields.put("time", time);
        fields.put("owner", wish.owner());
        fields.put("name", wish.owner() == null ? null : steps.colleague(wish.owner()).name());
        fields.put("thread", thread(wish.thread()));
        return fields;
    }

    private @Nullable Long thread(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        return db.sql(
                        """
                        select thread_id from activity.report_activity
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal.Unusable("This thread is not here."));
    }

    private void about(long id, List<Long> members) {
        if (members.size() > MOST_PEOPLE) {
            throw new Refusal.Unusable("A task can be about 200 people at most.");
        }
        var present = members.stream().map(belonging::present).distinct().toArray(Long[]::new);
        var put =
                db.sql(
                                """
                                insert into care.about (community_id, task_id, put_on)
                                select folkmoot.community(), :id, m.member_id from members.report_member m
                                where m.community_id = folkmoot.community() and m.member_id = any(:members)
                                """)
                        .param("id", id)
                        .param("members", present)
                        .update();
        if (put < present.length) {
            throw new Refusal.NotFound("This person");
        }
    }

    /// Takes back that it was ever there.
    void remove(long id) {
        expect(
                db.sql(
                                """
                                with a as (delete from care.about where community_id = folkmoot.community() and task_id = :id),
                                e as (delete from care.task_end where community_id = folkmoot.community() and task_id = :id)
                                delete from care.task where community_id = folkmoot.community() and id = :id
                                """)
                        .param("id", id)
                        .update());
        trail.record("task taken back", "task", Long.toString(id), Map.of());
    }

    private static void expect(int found) {
        if (found == 0) {
            throw new Refusal.NotFound("This task");
        }
    }
}
