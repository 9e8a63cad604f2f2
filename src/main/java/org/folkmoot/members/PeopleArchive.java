package org.folkmoot.members;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Everybody, line by line, for an export (docs/export-format.md). Read through a cursor, so that
/// memory stays small however many there are.
@Repository
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
public class PeopleArchive {

    private static final int AT_A_TIME = 2000;

    private final JdbcClient db;

    PeopleArchive(JdbcClient db) {
        this.db = db;
    }

    /// One line for each member: what the team added to them.
    public void members(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select m.id, m.name, coalesce(m.role_by_hand, m.role), m.role_by_hand, m.first_seen, m.last_seen, m.left_at,
                            m.activities, m.organisation, m.platforms,
                            (select coalesce(array_agg(distinct t.name order by t.name), '{}') from members.tag t
                                where t.community_id = m.community_id and t.member_id = m.id and t.removed_at is null),
                            (select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'by', n.by, 'at', n.at) order by n.id), '[]')
                                from members.note n where n.community_id = m.community_id and n.member_id = m.id
                                    and n.removed_at is null)
                        from members.member m where m.community_id = folkmoot.community() order by m.id
                        """)
                .withFetchSize(AT_A_TIME)
                .query(
                        (row) -> {
                            var m = new LinkedHashMap<String, Object>();
                            m.put("type", "member");
                            m.put("member", row.getLong(1));
                            m.put("name", row.getString(2));
                            m.put("role", row.getString(3));
                            put(m, "roleByHand", row.getString(4));
                            put(m, "firstSeen", time(row.getObject(5, OffsetDateTime.class)));
                            put(m, "lastSeen", time(row.getObject(6, OffsetDateTime.class)));
                            put(m, "leftAt", time(row.getObject(7, OffsetDateTime.class)));
                            m.put("activities", row.getInt(8));
                            put(m, "organisation", row.getString(9));
                            m.put("platforms", List.of((Object[]) row.getArray(10).getArray()));
                            m.put("tags", List.of((Object[]) row.getArray(11).getArray()));
                            m.put("notes", JsonMapper.shared().readTree(row.getString(12)));
                            line.accept(m);
                        });
    }

    /// One line for each identity, with every field and when it was true.
    public void identities(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select member_id, source, platform, external_id, handle, name, email, role, profile
                        from members.identity where community_id = folkmoot.community() order by id
                        """)
                .withFetchSize(AT_A_TIME)
                .query(
                        (row) -> {
                            var i = new LinkedHashMap<String, Object>();
                            i.put("type", "identity");
                            i.put("member", row.getLong(1));
                            i.put("source", row.getString(2));
                            i.put("platform", row.getString(3));
                            i.put("externalId", row.getString(4));
                            put(i, "handle", row.getString(5));
                            put(i, "name", row.getString(6));
                            put(i, "email", row.getString(7));
                            i.put("role", row.getString(8));
                            i.put("profile", JsonMapper.shared().readTree(row.getString(9)));
                            line.accept(i);
                        });
    }

    private static void put(
            Map<String, Object> line,
            String name,
            @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static @org.jspecify.annotations.Nullable String time(
            @org.jspecify.annotations.Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().toString();
    }
}
