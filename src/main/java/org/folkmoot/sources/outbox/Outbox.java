package org.folkmoot.sources.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// All that we say on platforms, and how far each is.
@Repository
@Transactional
class Outbox {

    private static final String HERE = "where community_id = folkmoot.community() and ";

    private final JdbcClient db;
    private final Trail trail;

    Outbox(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    Outgoing add(long source, Said said, Instant now, Instant go) {
        var made =
                db.sql(
                                """
                                insert into sources.outgoing (community_id, source_id, what, target, title, text, more, by, created_at, go_at)
                                values (folkmoot.community(), :source, :what, :target, :title, :text, :more::jsonb, :by, :now, :go)
                                returning %s
                                """
                                        .formatted(Outgoing.COLUMNS))
                        .param("source", source)
                        .param("what", said.what().key())
                        .param("target", said.target())
                        .param("title", said.title())
                        .param("text", said.text())
                        .param("more", JsonMapper.shared().writeValueAsString(said.more()))
                        .param("by", Trail.who())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("go", go.atOffset(ZoneOffset.UTC))
                        .query(Outgoing::read)
                        .single();
        trail.record(
                said.what().words() + " handed in",
                "connection",
                Long.toString(source),
                Map.of("outgoing", made.id(), "target", said.target()));
        return made;
    }

    @Transactional(readOnly = true)
    Outgoing get(long source, long id) {
        return select("source_id = :source and id = :id")
                .param("source", source)
                .param("id", id)
                .query(Outgoing::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This post"));
    }

    /// The newest first.
    @Transactional(readOnly = true)
    List<Outgoing> of(long source, int most) {
        return select("source_id = :source order by id desc limit :most")
                .param("source", source)
                .param("most", most)
                .query(Outgoing::read)
                .list();
    }

    /// Those that want something done now: to be sent, or to be looked for.
    @Transactional(readOnly = true)
    List<Outgoing> due(Instant now) {
        return select(
                        "state in ('held', 'sending', 'unconfirmed') and go_at <= :now order by id limit 200")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Outgoing::read)
                .list();
    }

    private JdbcClient.StatementSpec select(String which) {
        return db.sql(
                "select %s from sources.outgoing %s %s".formatted(Outgoing.COLUMNS, HERE, which));
    }

    /// @return false when it is held no more: then it is too late
    boolean takeBack(long source, long id) {
        var back =
                db.sql(
                                        "update sources.outgoing set state = 'taken back' "
                                                + HERE
                                                + "source_id = :source and id = :id and state = 'held' and tries = 0")
                                .param("source", source)
                                .param("id", id)
                                .update()
                        > 0;
        if (back) {
            trail.record(
                    "post taken back", "connection", Long.toString(source), Map.of("outgoing", id));
        }
        return back;
    }

    /// Notes, before anything leaves, that it is about to.
    ///
    /// @return false when somebody took it back meanwhile
    boolean begin(long id, Instant now) {
        return db.sql(
                                """
                                update sources.outgoing set state = 'sending', tries = tries + 1, tried_at = coalesce(tried_at, :now)
                                where community_id = folkmoot.community() and id = :id and state = 'held'
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    void become(long id, Outgoing.State state, @Nullable String problem, Instant go) {
        db.sql(
                        "update sources.outgoing set state = :state, problem = :problem, go_at = :go "
                                + HERE
                                + "id = :id")
                .param("state", state.key())
                .param("problem", problem)
                .param("go", go.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void done(long id, Acting.Done done) {
        db.sql(
                        "update sources.outgoing set state = 'done', problem = null, external_id = :external, url = :url "
                                + HERE
                                + "id = :id")
                .param("external", done.id())
                .param("url", done.url().isEmpty() ? null : done.url())
                .param("id", id)
                .update();
    }
}
