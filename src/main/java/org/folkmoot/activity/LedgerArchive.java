package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The whole ledger, line by line, for an export (docs/export-format.md). Read through a cursor.
@Repository
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
public class LedgerArchive {

    private static final int AT_A_TIME = 2000;

    private final JdbcClient db;

    LedgerArchive(JdbcClient db) {
        this.db = db;
    }

    public void sources(Consumer<Map<String, Object>> line) {
        each(
                """
                select key, platform, label, markup from activity.source
                where community_id = folkmoot.community() order by id
                """,
                line,
                (row, s) -> {
                    s.put("type", "source");
                    s.put("source", row.getString(1));
                    s.put("platform", row.getString(2));
                    s.put("label", row.getString(3));
                    s.put("markup", row.getString(4));
                });
    }

    public void places(Consumer<Map<String, Object>> line) {
        each(
                """
                select s.key, p.external_id, p.name, p.style, p.topic, p.url, p.as_of from activity.place p
                join activity.source s on s.community_id = p.community_id and s.id = p.source_id
                where p.community_id = folkmoot.community() order by p.id
                """,
                line,
                (row, p) -> {
                    p.put("type", "place");
                    p.put("source", row.getString(1));
                    p.put("externalId", row.getString(2));
                    p.put("name", row.getString(3));
                    p.put("style", row.getString(4));
                    put(p, "topic", row.getString(5));
                    put(p, "url", row.getString(6));
                    put(p, "asOf", time(row, 7));
                });
    }

    /// Earlier texts first, then the ledger in its order.
    public void activities(Consumer<Map<String, Object>> line) {
        each(
                """
                select s.key, a.external_id, a.kind,
                    -- what made it a question is gone
                    case when a.kind = 'question' and a.text is null and a.title is null then a.kind else a.told end, a.at, a.inferred, i.member_id, i.external_id, p.external_id, p.name,
                    a.parent_external, a.title, a.text, a.url, a.edited_at, a.deleted_at, a.pinned, a.counted,
                    a.mentions, a.files, a.facts,
                    (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('title', v.title, 'text', v.text, 'editedAt', v.edited_at))
                        order by v.edited_at nulls first, v.digest)
                     from activity.version v where v.community_id = a.community_id and v.activity_id = a.id)
                from activity.activity a
                join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                left join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                where a.community_id = folkmoot.community() order by a.id
                """,
                line,
                LedgerArchive::activity);
    }

    private static void activity(ResultSet row, Map<String, Object> a) throws SQLException {
        a.put("type", "activity");
        a.put("source", row.getString(1));
        a.put("externalId", row.getString(2));
        a.put("kind", row.getString(3));
        a.put("told", row.getString(4));
        put(a, "at", time(row, 5));
        if (row.getBoolean(6)) {
            a.put("inferred", true);
        }
        put(a, "member", row.getObject(7));
        put(a, "identity", row.getString(8));
        put(a, "place", row.getString(9));
        put(a, "placeName", row.getString(10));
        put(a, "parent", row.getString(11));
        put(a, "title", row.getString(12));
        put(a, "text", row.getString(13));
        put(a, "url", row.getString(14));
        put(a, "editedAt", time(row, 15));
        put(a, "deletedAt", time(row, 16));
        if (row.getBoolean(17)) {
            a.put("pinned", true);
        }
        a.put("counted", row.getBoolean(18));
        many(a, "mentions", row, 19);
        many(a, "files", row, 20);
        if (!row.getString(21).equals("{}")) {
            a.put("facts", JsonMapper.shared().readTree(row.getString(21)));
        }
        if (row.getString(22) != null) {
            a.put("versions", JsonMapper.shared().readTree(row.getString(22)));
        }
    }

    /// What was said of things that may not be here yet.
    public void marks(Consumer<Map<String, Object>> line) {
        each(
                """
                select s.key, m.external_id, m.what, m.by, m.at, m.text from activity.mark m
                join activity.source s on s.community_id = m.community_id and s.id = m.source_id
                where m.community_id = folkmoot.community() order by s.key, m.external_id, m.what, m.digest
                """,
                line,
                (row, m) -> {
                    m.put("type", "mark");
                    m.put("source", row.getString(1));
                    m.put("externalId", row.getString(2));
                    m.put("what", row.getString(3));
                    put(m, "by", row.getString(4));
                    put(m, "at", time(row, 5));
                    put(m, "text", row.getString(6));
                });
    }

    private interface Columns {
        void into(ResultSet row, Map<String, Object> line) throws SQLException;
    }

    private void each(String sql, Consumer<Map<String, Object>> line, Columns columns) {
        db.sql(sql)
                .withFetchSize(AT_A_TIME)
                .query(
                        row -> {
                            var it = new LinkedHashMap<String, Object>();
                            columns.into(row, it);
                            line.accept(it);
                        });
    }

    private static void put(Map<String, Object> line, String name, @Nullable Object value) {
        if (value != null) {
            line.put(name, value);
        }
    }

    private static void many(Map<String, Object> line, String name, ResultSet row, int column)
            throws SQLException {
        var values = (Object[]) row.getArray(column).getArray();
        if (values.length > 0) {
            line.put(name, List.of(values));
        }
    }

    private static @Nullable String time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}
