package org.folkmoot.connectors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.folkmoot.access.Trail;
import org.folkmoot.members.Forgotten;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How an import that somebody works on gets on.
@Repository
@Transactional
class Runs {

    private static final String UNSAID =
            "It names somebody who asked to be forgotten, so it is not kept.";

    private final JdbcClient db;
    private final DataSource source;
    private final Imports imports;
    private final Trail trail;
    private final Forgotten forgotten;

    Runs(JdbcClient db, DataSource source, Imports imports, Trail trail, Forgotten forgotten) {
        this.db = db;
        this.source = source;
        this.imports = imports;
        this.trail = trail;
        this.forgotten = forgotten;
    }

    /// Begins a run.
    ///
    /// @return whether it may run: not when it was stopped while it waited
    boolean start(long id, Instant now) {
        var may =
                db.sql(
                                """
                                update connectors.import set state = 'running', cancel = false, problem = null, ended_at = null,
                                    started_at = coalesce(started_at, :now), run_at = :now, run_read = read,
                                    run_bytes = bytes_read, doing = null
                                where community_id = folkmoot.community() and id = :id and state <> 'stopped'
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update();
        if (may > 0) {
            var started = imports.get(id);
            tell(started, started.position() == 0 ? "import started" : "import went on");
        }
        return may > 0;
    }

    /// Lets the running transaction end before it is on disk. Should the machine fail, a page and
    /// how far it got are lost together, and the next run brings it again. What comes after, such
    /// as the import's end, is on disk only after it.
    void commitLater() {
        db.sql("select set_config('synchronous_commit', 'off', true)").query((_, _) -> 1).list();
    }

    /// Adds what a page brought, in the page's own transaction.
    ///
    /// @param doing the file it reads
    /// @return whether somebody asked to stop
    boolean progress(
            long id,
            long position,
            Import.Counts more,
            long bytesRead,
            long bytesTotal,
            String doing) {
        return db.sql(
                        """
                        update connectors.import set position = :position, read = read + :read, stored = stored + :stored,
                            known = known + :known, refused = refused + :refused, people = people + :people,
                            activities = activities + :activities, bytes_read = :bytesRead, bytes_total = :bytesTotal,
                            doing = :doing
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
                .param("doing", doing.replace("\0", ""))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /// Lays a running import back among those that wait: the process ends.
    void pause(long id) {
        db.sql(
                        """
                        update connectors.import set state = 'waiting', doing = null
                        where community_id = folkmoot.community() and id = :id and state = 'running'
                        """)
                .param("id", id)
                .update();
    }

    /// Notes that the server took it up: it goes on with it after a restart.
    void serve(long id, Instant now) {
        db.sql(
                        """
                        update connectors.import set served_at = :now
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// Those that are not over and that the server took up, by id.
    @Transactional(readOnly = true)
    Set<Long> served() {
        return db.sql(
                        """
                        select id from connectors.import where community_id = folkmoot.community()
                            and state in ('waiting', 'running') and served_at is not null
                        """)
                .query((row, _) -> row.getLong(1))
                .set();
    }

    void end(long id, Import.State state, Instant now, @Nullable String problem) {
        db.sql(
                        """
                        update connectors.import set state = :state, ended_at = :now, problem = :problem, cancel = false, doing = null
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("state", state.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("problem", problem)
                .param("id", id)
                .update();
        tell(imports.get(id), "import " + state.name().toLowerCase(Locale.ROOT));
    }

    /// Keeps them to be looked at; not what names somebody who asked to be forgotten.
    void refuse(long id, List<Found.Refused> refused) {
        if (refused.isEmpty()) {
            return;
        }
        var rows = new CopyIn();
        var naming = forgotten.naming();
        for (var r : refused) {
            var named = naming.test(r.raw() + " " + r.reason());
            rows.row(
                    r.file(),
                    r.line(),
                    named && naming.test(r.reason()) ? UNSAID : r.reason(),
                    named ? UNSAID : r.raw());
        }
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

    private void tell(Import now, String action) {
        var counts = now.counts();
        var details = new LinkedHashMap<String, Object>();
        details.put("read", counts.read());
        details.put("stored", counts.stored());
        details.put("known", counts.known());
        details.put("refused", counts.refused());
        trail.record(action, now.by(), "import", Long.toString(now.id()), details);
    }
}
