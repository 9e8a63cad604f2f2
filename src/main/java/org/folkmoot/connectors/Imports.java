package org.folkmoot.connectors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.CopyIn;
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
    private static final String COLUMNS =
            """
            id, format, name, path, options, fingerprint, state, cancel, by, created_at, started_at, ended_at,
            position, read, stored, known, refused, people, activities, bytes_read, bytes_total, problem
            """;

    /// A row that could not be read.
    public record RefusedRow(long id, String file, long line, String reason, String raw) {}

    private final JdbcClient db;
    private final DataSource source;

    Imports(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// Notes an import that is to be done. An earlier run of the same export that was cut short
    /// goes on instead.
    public Import plan(
            String format,
            String name,
            String path,
            Map<String, String> options,
            String fingerprint,
            String by) {
        var unfinished =
                db.sql(
                                """
                                select %s from connectors.import where community_id = folkmoot.community()
                                    and format = :format and path = :path and fingerprint = :fingerprint
                                    and options = :options::jsonb and state in ('waiting', 'running', 'stopped', 'failed')
                                order by id desc limit 1
                                """
                                        .formatted(COLUMNS))
                        .param("format", format)
                        .param("path", path)
                        .param("fingerprint", fingerprint)
                        .param("options", JsonMapper.shared().writeValueAsString(options))
                        .query(Imports::read)
                        .optional();
        return unfinished.orElseGet(() -> add(format, name, path, options, fingerprint, by));
    }

    private Import add(
            String format,
            String name,
            String path,
            Map<String, String> options,
            String fingerprint,
            String by) {
        return db.sql(
                        """
                        insert into connectors.import (community_id, format, name, path, options, fingerprint, state, by)
                        values (folkmoot.community(), :format, :name, :path, :options::jsonb, :fingerprint, 'waiting', :by)
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("format", format)
                .param("name", name)
                .param("path", path)
                .param("options", JsonMapper.shared().writeValueAsString(options))
                .param("fingerprint", fingerprint)
                .param("by", by)
                .query(Imports::read)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Import> find(long id) {
        return db.sql(
                        "select %s from connectors.import where community_id = folkmoot.community() and id = :id"
                                .formatted(COLUMNS))
                .param("id", id)
                .query(Imports::read)
                .optional();
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
        return db.sql(
                        """
                        select %s from connectors.import where community_id = folkmoot.community() and id < :before
                        order by id desc limit :most
                        """
                                .formatted(COLUMNS))
                .param("most", most)
                .param("before", before)
                .query(Imports::read)
                .list();
    }

    /// Those that are not over.
    @Transactional(readOnly = true)
    public List<Import> underWay() {
        return db.sql(
                        """
                        select %s from connectors.import where community_id = folkmoot.community()
                            and state in ('waiting', 'running') order by id
                        """
                                .formatted(COLUMNS))
                .query(Imports::read)
                .list();
    }

    void start(long id, Instant now) {
        db.sql(
                        """
                        update connectors.import set state = 'running', cancel = false, problem = null, ended_at = null,
                            started_at = coalesce(started_at, :now)
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// Adds what a page brought, in the page's own transaction.
    ///
    /// @return whether somebody asked to stop
    boolean progress(long id, long position, Import.Counts more, long bytesRead, long bytesTotal) {
        return db.sql(
                        """
                        update connectors.import set position = :position, read = read + :read, stored = stored + :stored,
                            known = known + :known, refused = refused + :refused, people = people + :people,
                            activities = activities + :activities, bytes_read = :bytesRead, bytes_total = :bytesTotal
                        where community_id = folkmoot.community() and id = :id returning cancel
                        """)
                .param("position", position)
                .param("read", more.read())
                .param("stored", more.stored())
                .param("known", more.known())
                .param("refused", more.refused())
                .param("people", more.people())
                .param("activities", more.activities())
                .param("bytesRead", bytesRead)
                .param("bytesTotal", bytesTotal)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void end(long id, Import.State state, Instant now, @Nullable String problem) {
        db.sql(
                        """
                        update connectors.import set state = :state, ended_at = :now, problem = :problem, cancel = false
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("state", state.key())
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    /// Asks whoever works on it to stop after the page in hand.
    public void cancel(long id) {
        db.sql(
                        """
                        update connectors.import set cancel = true,
                            state = case when state = 'waiting' then 'stopped' else state end
                        where community_id = folkmoot.community() and id = :id and state in ('waiting', 'running')
                        """)
                .param("id", id)
                .update();
    }

    void refuse(long id, List<Found.Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var rows = new CopyIn();
        refused.forEach(r -> rows.row(r.file(), r.line(), r.reason(), r.raw()));
        db.sql(
                        "create temporary table unread (file text, line bigint, reason text, raw text) on commit drop")
                .update();
        rows.into(source, "unread");
        db.sql(
                        """
                        insert into connectors.refused_row (community_id, import_id, file, line, reason, raw)
                        select folkmoot.community(), :id, file, line, reason, raw from unread
                        """)
                .param("id", id)
                .update();
        db.sql("drop table unread").update();
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
                java.util.Objects.requireNonNull(instant(row, 10)),
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
                row.getString(22));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
