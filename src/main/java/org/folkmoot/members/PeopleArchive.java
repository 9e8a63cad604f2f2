package org.folkmoot.members;

import java.time.OffsetDateTime;
import java.util.Comparator;
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

    private final List<AlsoKnown> others;

    PeopleArchive(JdbcClient db, List<AlsoKnown> others) {
        this.db = db;
        this.others = others;
    }

    /// Another module's lines about people, for the export.
    public interface AlsoKnown {
        void lines(Consumer<Map<String, Object>> line);

        default Turn turn() {
            return Turn.BEFORE_LEDGER;
        }

        /// Small before large.
        default int order() {
            return 0;
        }
    }

    /// Where lines stand: those that name activities come after them.
    public enum Turn {
        BEFORE_LEDGER,
        AFTER_LEDGER
    }

    /// One line for each member: what the team added to them.
    public void members(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select m.id, m.name, coalesce(m.role_by_hand, m.role), m.role_by_hand, m.first_seen, m.last_seen, m.left_at,
                            m.activities, m.organisation, m.platforms,
                            (select coalesce(array_agg(distinct t.name order by t.name), '{}') from members.tag t
                                where t.community_id = m.community_id and t.member_id = m.id and t.removed_at is null),
                            (select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'by', n.by, 'at', n.at) order by n.at, n.text), '[]')
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

    /// One line for each identity, with every field and when it was true. Who belongs to another's
    /// member says with whom, and what the team put on them alone.
    public void identities(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select i.member_id, i.source, i.platform, i.external_id, i.handle, i.name, i.email, %s, i.profile,
                            w.source, w.external_id,
                            (select coalesce(array_agg(t.name order by t.name), '{}') from members.tag t
                                where t.community_id = i.community_id and t.put_on = coalesce(i.home, i.member_id) and t.removed_at is null),
                            (select coalesce(jsonb_agg(jsonb_build_object('text', n.text, 'by', n.by, 'at', n.at) order by n.at, n.text), '[]')
                                from members.note n where n.community_id = i.community_id
                                    and n.put_on = coalesce(i.home, i.member_id) and n.removed_at is null),
                            (select s.value from members.said s where s.community_id = i.community_id
                                and s.put_on = coalesce(i.home, i.member_id) and s.field = 'role'),
                            w.id is not null or exists (select from members.identity o where o.community_id = i.community_id
                                and o.member_id = i.member_id and o.id <> i.id)
                        from members.identity i
                        left join members.identity w on i.home is not null and w.community_id = i.community_id
                            and w.member_id = i.member_id and w.home is null
                        where i.community_id = folkmoot.community() order by i.id
                        """
                                .formatted(Ruled.TOLD))
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
                            if (row.getBoolean(15)) {
                                if (row.getString(10) != null) {
                                    i.put("with", account(row.getString(10), row.getString(11)));
                                }
                                i.put("tags", List.of((Object[]) row.getArray(12).getArray()));
                                i.put("notes", JsonMapper.shared().readTree(row.getString(13)));
                                put(i, "roleByHand", row.getString(14));
                            }
                            line.accept(i);
                        });
    }

    /// What others know of people that would be lost otherwise.
    public void also(Turn turn, Consumer<Map<String, Object>> line) {
        others.stream()
                .filter(other -> other.turn() == turn)
                .sorted(Comparator.comparingInt(AlsoKnown::order))
                .forEach(other -> other.lines(line));
    }

    /// An account as lines name it.
    public static Map<String, Object> account(String source, String externalId) {
        var account = new LinkedHashMap<String, Object>();
        account.put("source", source);
        account.put("externalId", externalId);
        return account;
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
