package org.folkmoot.sources;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The live connections of a community.
@Repository
@Transactional
public class Sources {

    private final JdbcClient db;
    private final Trail trail;

    Sources(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// By platform and name.
    @Transactional(readOnly = true)
    public List<Source> all() {
        return select("true", "order by platform, lower(name), id").query(Source::read).list();
    }

    @Transactional(readOnly = true)
    public Source get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This connection"));
    }

    @Transactional(readOnly = true)
    public Optional<Source> find(long id) {
        return select("id = :id", "").param("id", id).query(Source::read).optional();
    }

    /// Whether there is one of that name on a platform.
    @Transactional(readOnly = true)
    boolean has(String platform, String name) {
        return all().stream().anyMatch(s -> s.platform().equals(platform) && s.name().equals(name));
    }

    /// Those that may be asked now, whoever waits longest first.
    @Transactional(readOnly = true)
    public List<Source> due(Instant now) {
        return select("state = 'on' and next_at <= :now", "order by next_at, id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Source::read)
                .list();
    }

    private JdbcClient.StatementSpec select(String which, String order) {
        return db.sql(
                "select %s from sources.source where community_id = folkmoot.community() and %s %s"
                        .formatted(Source.COLUMNS, which, order));
    }

    Source add(String platform, String name, Map<String, String> settings, Instant now) {
        var made =
                db.sql(
                                """
                                insert into sources.source (community_id, platform, name, settings, by, created_at, next_at)
                                values (folkmoot.community(), :platform, :name, :settings::jsonb, :by, :now, :now)
                                returning %s
                                """
                                        .formatted(Source.COLUMNS))
                        .param("platform", platform)
                        .param("name", name)
                        .param("settings", JsonMapper.shared().writeValueAsString(settings))
                        .param("by", Trail.who())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Source::read)
                        .single();
        tell("connection made", made);
        return made;
    }

    /// Other settings, by which what was read before stays.
    void set(Source source, String name, Map<String, String> settings) {
        db.sql(
                        """
                        update sources.source set name = :name, settings = :settings::jsonb
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("name", name)
                .param("settings", JsonMapper.shared().writeValueAsString(settings))
                .param("id", source.id())
                .update();
        tell("connection changed", source);
    }

    /// @param action for the trail, past tense
    void become(Source source, Source.State state, String action, Instant now) {
        db.sql(
                        """
                        update sources.source set state = :state, problem = null, failures = 0, waiting = null,
                            next_at = :now
                        where community_id = folkmoot.community() and id = :id and state <> 'erasing'
                        """)
                .param("state", state.key())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", source.id())
                .update();
        tell(action, source);
    }

    /// Leaves it alone until somebody resumes it.
    void waitForSecrets(Source source, String why) {
        db.sql(
                        """
                        update sources.source set state = 'paused', problem = :why
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("why", why)
                .param("id", source.id())
                .update();
    }

    /// Everything that it brought stays.
    void remove(Source source) {
        db.sql(
                        "delete from sources.call where community_id = folkmoot.community() and source_id = :id")
                .param("id", source.id())
                .update();
        db.sql(
                        "delete from sources.outgoing where community_id = folkmoot.community() and source_id = :id")
                .param("id", source.id())
                .update();
        db.sql("delete from sources.source where community_id = folkmoot.community() and id = :id")
                .param("id", source.id())
                .update();
        tell("connection removed", source);
    }

    private void tell(String action, Source source) {
        trail.record(
                action,
                "connection",
                Long.toString(source.id()),
                Map.of("platform", source.platform(), "name", source.name()));
    }
}
