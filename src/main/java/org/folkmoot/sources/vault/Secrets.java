package org.folkmoot.sources.vault;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.access.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The sealed secrets of sources.
@Repository
@Transactional
public class Secrets {

    private static final int MOST_LINES = 100;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    Secrets(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    public void keep(long source, String name, String secret) {
        db.sql(
                        """
                        insert into sources.secret (community_id, source_id, name, sealed, by, set_at)
                        values (folkmoot.community(), :source, :name, :sealed, :by, :now)
                        on conflict (community_id, source_id, name) do update set
                            sealed = excluded.sealed, by = excluded.by, set_at = excluded.set_at
                        """)
                .param("source", source)
                .param("name", name)
                .param("sealed", vault.seal(source, name, secret))
                .param("by", Trail.who())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Those that can be opened, by name.
    @Transactional(readOnly = true)
    public Map<String, String> open(long source) {
        var open = new HashMap<String, String>();
        packed(source)
                .forEach(
                        (name, packed) ->
                                vault.open(source, name, packed)
                                        .ifPresent(secret -> open.put(name, secret)));
        return open;
    }

    /// One of them, if it is there and can be opened.
    @Transactional(readOnly = true)
    public Optional<String> open(long source, String name) {
        return Optional.ofNullable(packed(source).get(name))
                .flatMap(packed -> vault.open(source, name, packed));
    }

    /// Keeps it as one more line of what is kept, unless it is one already.
    ///
    /// @return false when there are too many
    public boolean addLine(long source, String name, String secret) {
        db.sql(
                        "select id from sources.source where community_id = folkmoot.community() and id = :source for update")
                .param("source", source)
                .query()
                .listOfRows();
        var lines = open(source, name).map(kept -> kept.lines().toList()).orElse(List.of());
        if (lines.contains(secret)) {
            return true;
        }
        if (lines.size() < MOST_LINES) {
            keep(
                    source,
                    name,
                    Stream.concat(lines.stream(), Stream.of(secret)).collect(joining("\n")));
        }
        return lines.size() < MOST_LINES;
    }

    public void drop(long source, String name) {
        db.sql(
                        "delete from sources.secret where community_id = folkmoot.community() and source_id = :source and name = :name")
                .param("source", source)
                .param("name", name)
                .update();
    }

    /// Seals all of a source anew with the present key.
    public void rekey(long source) {
        open(source).forEach((name, secret) -> keep(source, name, secret));
    }

    private Map<String, byte[]> packed(long source) {
        var all = new HashMap<String, byte[]>();
        db.sql(
                        """
                        select name, sealed from sources.secret
                        where community_id = folkmoot.community() and source_id = :source
                        """)
                .param("source", source)
                .query((row, _) -> all.put(row.getString(1), row.getBytes(2)))
                .list();
        return all;
    }
}
