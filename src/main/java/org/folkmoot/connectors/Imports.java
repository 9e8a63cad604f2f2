package org.folkmoot.connectors;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All imports of a community and the rows they could not read.
@Repository
@Transactional
public class Imports {

    private static final int MOST_WAITING = 50;

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
                        .param("options", ImportRow.json(options))
                        .query(ImportRow::read)
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
                                        .formatted(ImportRow.COLUMNS))
                        .param("format", format)
                        .param("name", name)
                        .param("path", path)
                        .param("options", ImportRow.json(options))
                        .param("fingerprint", fingerprint)
                        .param("by", by)
                        .query(ImportRow::read)
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
        return select("id = :id").param("id", id).query(ImportRow::read).optional();
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
                .query(ImportRow::read)
                .list();
    }

    /// Those that are not over.
    @Transactional(readOnly = true)
    public List<Import> underWay() {
        return select("state in ('waiting', 'running')", "order by id")
                .query(ImportRow::read)
                .list();
    }

    /// Those that are not over, and those that ended since.
    @Transactional(readOnly = true)
    List<Import> lively(Instant since) {
        return select("state in ('waiting', 'running') or ended_at > :since", "order by id")
                .param("since", since.atOffset(java.time.ZoneOffset.UTC))
                .query(ImportRow::read)
                .list();
    }

    /// All that were ever made of what lies at one of these paths.
    @Transactional(readOnly = true)
    List<Import> of(Collection<String> paths) {
        return select("path = any(:paths)", "order by id")
                .param("paths", paths.toArray(String[]::new))
                .query(ImportRow::read)
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

    /// Rows of an import that could not be read, in the order they were met.
    ///
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
                        .formatted(ImportRow.COLUMNS, where, order));
    }

    /// Whether it, or one of the very same export, came in here before or began to.
    @Transactional(readOnly = true)
    boolean begun(Import plan) {
        return plan.position() > 0
                || db.sql(
                                """
                                select exists (select from connectors.import where community_id = folkmoot.community()
                                    and format = :format and fingerprint = :fingerprint and position > 0)
                                """)
                        .param("format", plan.format())
                        .param("fingerprint", plan.fingerprint())
                        .query(Boolean.class)
                        .single();
    }
}
