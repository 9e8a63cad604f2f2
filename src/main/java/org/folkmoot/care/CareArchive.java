package org.folkmoot.care;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.members.PeopleArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Tasks, relationship owners and logged conversations, out into an export: a line each, with the
/// account on whose home it was put.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class CareArchive implements PeopleArchive.AlsoKnown {

    private static final String TASKS =
            """
            select t.text, t.due_day::text, t.due_time::text, t.owner_name, t.by, t.at, e.how, e.by, e.at,
                (select jsonb_agg(jsonb_build_object('source', a.source, 'externalId', a.external_id) order by a.identity_id)
                    from care.about o
                    join members.report_home h on h.community_id = o.community_id and h.home = o.put_on
                    join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
                    where o.community_id = t.community_id and o.task_id = t.id)
            from care.task t left join care.task_end e on e.community_id = t.community_id and e.task_id = t.id
            where t.community_id = folkmoot.community() order by t.id
            """;

    private static final String OWNERS =
            """
            select a.source, a.external_id, o.account_name, o.by, o.at from care.owner o
            join members.report_home h on h.community_id = o.community_id and h.home = o.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where o.community_id = folkmoot.community() and o.ended_at is null and o.account is not null order by o.id
            """;

    private static final String TALKS =
            """
            select a.source, a.external_id, t.how, t.line, t.by, t.at from care.talk t
            join members.report_home h on h.community_id = t.community_id and h.home = t.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where t.community_id = folkmoot.community() and t.removed_at is null order by t.id
            """;

    private final JdbcClient db;

    CareArchive(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(TASKS)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var task = begun("task");
                            put(task, "text", row.getString(1));
                            put(task, "day", row.getString(2));
                            put(task, "time", row.getString(3));
                            put(task, "owner", row.getString(4));
                            put(task, "by", row.getString(5));
                            put(task, "at", time(row.getObject(6, OffsetDateTime.class)));
                            put(task, "ended", row.getString(7));
                            put(task, "endedBy", row.getString(8));
                            put(task, "endedAt", time(row.getObject(9, OffsetDateTime.class)));
                            var about = row.getString(10);
                            put(
                                    task,
                                    "about",
                                    about == null
                                            ? List.of()
                                            : JsonMapper.shared().readTree(about));
                            line.accept(task);
                        });
        db.sql(OWNERS)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var owner = begun("owner");
                            owner.putAll(PeopleArchive.account(row.getString(1), row.getString(2)));
                            put(owner, "owner", row.getString(3));
                            put(owner, "by", row.getString(4));
                            put(owner, "at", time(row.getObject(5, OffsetDateTime.class)));
                            line.accept(owner);
                        });
        db.sql(TALKS)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var talk = begun("talk");
                            talk.putAll(PeopleArchive.account(row.getString(1), row.getString(2)));
                            put(talk, "how", row.getString(3));
                            put(talk, "line", row.getString(4));
                            put(talk, "by", row.getString(5));
                            put(talk, "at", time(row.getObject(6, OffsetDateTime.class)));
                            line.accept(talk);
                        });
    }

    private static Map<String, Object> begun(String type) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", type);
        return line;
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().toString();
    }
}
