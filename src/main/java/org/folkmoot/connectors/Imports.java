package org.folkmoot.connectors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All imports of a community and the rows they could not read.
@Repository
@Transactional
public class Imports {

    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    private static final int MOST_WAITING = 50;
    private static final String COLUMNS =
            """
            id, format, name, path, options, fingerprint, state, cancel, by, created_at, started_at, ended_at,
            position, read, stored, known, refused, people, activities, bytes_read, bytes_total, problem,
            run_at, run_read, run_bytes, doing
            """;

    /// A row that could not be read.
    public record RefusedRow(long id, String file, long line, String reason, String raw) {}

    private final JdbcClient db;
    private final Trail trail;

    Imports(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// Notes an import that is to be done. An earlier run of the same export that was cut short
    /// goes on instead.
    ///
    /// @throws Refusal.Unusable when too many are waiting already
    public Import plan(
            String format,
            String name,
            String path,
            Map<String, String> options,
            String fingerprint,
            String by) {
        var unfinished =
                select(
                                """
                                format = :format and path = :path and fingerprint = :fingerprint
                                    and options = :options::jsonb and state <> 'done'
                                """,
                                "order by id desc limit 1")
                        .param("format", format)
                        .param("path", path)
                        .param("fingerprint", fingerprint)
                        .param("options", json(options))
                        .query(Imports::read)
                        .optional();
        if (unfinished.isPresent()) {
            return again(unfinished.get().id());
        }
        if (underWay().size() >= MOST_WAITING) {
            throw new Refusal.Unusable(
                    "%d imports are waiting already. Let some of them end, or cancel them, then try again."
                            .formatted(MOST_WAITING));
        }
        var plan =
                db.sql(
                                """
                                insert into connectors.import (community_id, format, name, path, options, fingerprint, state, by)
                                values (folkmoot.community(), :format, :name, :path, :options::jsonb, :fingerprint, 'waiting', :by)
                                returning %s
                                """
                                        .formatted(COLUMNS))
                        .param("format", format)
                        .param("name", name)
                        .param("path", path)
                        .param("options", json(options))
                        .param("fingerprint", fingerprint)
                        .param("by", by)
                        .query(Imports::read)
                        .single();
        trail.record(
                "import planned",
                "import",
                Long.toString(plan.id()),
                Map.of("format", format, "name", name));
        return plan;
    }

    /// Lets an import that was stopped or failed wait for its turn again; others are left as they
    /// are.
    public Import again(long id) {
        db.sql(
                        """
                        update connectors.import set state = 'waiting', cancel = false, problem = null, ended_at = null
                        where community_id = folkmoot.community() and id = :id and state in ('stopped', 'failed')
                        """)
                .param("id", id)
                .update();
        return get(id);
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(long id) {
        return select("id = :id").param("id", id).query(Imports::read).optional();
    }

    @Transactional(readOnly = true)
    public Import get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This import"));
    }

    /// The newest first.
    ///
    /// @param before only those older than this id
    @Transactional(readOnly = true)
    public List<Import> newest(int most, long before) {
        return select("id < :before", "order by id desc limit :most")
                .param("most", most)
                .param("before", before)
                .query(Imports::read)
                .list();
    }

    /// Those that are not over.
    @Transactional(readOnly = true)
    public List<Import> underWay() {
        return select("state in ('waiting', 'running')", "order by id").query(Imports::read).list();
    }

    /// Those that are not over, and those that ended since.
    @Transactional(readOnly = true)
    List<Import> lively(Instant since) {
        return select("state in ('waiting', 'running') or ended_at > :since", "order by id")
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .query(Imports::read)
                .list();
    }

    /// All that were ever made of what lies at one of these paths.
    @Transactional(readOnly = true)
    List<Import> of(Collection<String> paths) {
        return select("path = any(:paths)", "order by id")
                .param("paths", paths.toArray(String[]::new))
                .query(Imports::read)
                .list();
    }

    /// Which of these somebody works on right now, in this process or another.
    @Transactional(readOnly = true)
    Set<Long> worked(Collection<Import> imports) {
        if (imports.isEmpty()) {
            return Set.of();
        }
        var locked =
                db.sql(
                                """
                                select objid::bigint from pg_locks where locktype = 'advisory' and classid = :class and granted
                                    and database = (select oid from pg_database where datname = current_database())
                                """)
                        .param("class", RunLock.LOCK_CLASS)
                        .query((row, _) -> row.getLong(1))
                        .set();
        var worked = new HashSet<Long>();
        imports.stream()
                .filter(i -> locked.contains((long) RunLock.lock(i.id())))
                .forEach(i -> worked.add(i.id()));
        return worked;
    }

    /// Asks whoever works on it to stop after the page in hand; what waits, or was cut short, is
    /// stopped at once.
    public void cancel(long id) {
        var stopped = worked(List.of(get(id))).isEmpty();
        var asked =
                db.sql(
                                """
                                update connectors.import set cancel = not :stopped,
                                    ended_at = case when :stopped then now() end,
                                    state = case when :stopped then 'stopped' else state end
                                where community_id = folkmoot.community() and id = :id and state in ('waiting', 'running')
                                """)
                        .param("stopped", stopped)
                        .param("id", id)
                        .update();
        if (asked > 0) {
            trail.record("import cancelled", "import", Long.toString(id), Map.of());
        }
    }

    /// @param after only those after this id
    @Transactional(readOnly = true)
    public List<RefusedRow> refused(long importId, long after, int most) {
        return db.sql(
                        """
                        select id, file, line, reason, raw from connectors.refused_row
                        where community_id = folkmoot.community() and import_id = :import and id > :after
                        order by id limit :most
                        """)
                .param("import", importId)
                .param("after", after)
                .param("most", most)
                .query(
                        (row, _) ->
                                new RefusedRow(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5)))
                .list();
    }

    private JdbcClient.StatementSpec select(String where) {
        return select(where, "");
    }

    private JdbcClient.StatementSpec select(String where, String order) {
        return db.sql(
                "select %s from connectors.import where community_id = folkmoot.community() and (%s) %s"
                        .formatted(COLUMNS, where, order));
    }

    private static String json(Map<String, String> options) {
        return JsonMapper.shared().writeValueAsString(options);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                JsonMapper.shared().readValue(row.getString(5), OPTIONS),
                row.getString(6),
                Import.State.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getBoolean(8),
                row.getString(9),
                Objects.requireNonNull(instant(row, 10)),
                instant(row, 11),
                instant(row, 12),
                row.getLong(13),
                new Import.Counts(
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16),
                        row.getLong(17),
                        row.getLong(18),
                        row.getLong(19)),
                row.getLong(20),
                row.getLong(21),
                new Import.Run(instant(row, 23), row.getLong(24), row.getLong(25)),
                row.getString(26),
                row.getString(22));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
