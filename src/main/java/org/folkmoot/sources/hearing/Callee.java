package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Wiring;
import org.folkmoot.sources.vault.Secrets;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds out whom a platform calls, quickly: what was found holds for some seconds.
@Component
class Callee {

    private static final Duration HOLDS = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    /// @param listening how its platform calls
    /// @param hook the whole address that it calls
    record One(
            CommunityId community,
            long source,
            Connection connection,
            Listening listening,
            String hook,
            Instant found) {}

    private final JdbcClient db;
    private final Platforms platforms;
    private final Sources sources;
    private final Secrets secrets;
    private final Brought brought;
    private final Wiring wiring;
    private final HookPath hooks;
    private final Clock clock;
    private final Map<Long, One> known = new ConcurrentHashMap<>();

    Callee(
            JdbcClient db,
            Platforms platforms,
            Sources sources,
            Secrets secrets,
            Brought brought,
            Wiring wiring,
            HookPath hooks,
            Clock clock) {
        this.db = db;
        this.platforms = platforms;
        this.sources = sources;
        this.secrets = secrets;
        this.brought = brought;
        this.wiring = wiring;
        this.hooks = hooks;
        this.clock = clock;
    }

    /// Empty when there is none, or its platform makes no calls.
    Optional<One> find(long source) {
        var one = known.get(source);
        if (one != null && one.found().plus(HOLDS).isAfter(clock.instant())) {
            return Optional.of(one);
        }
        if (known.size() > MOST) {
            known.clear();
        }
        var found = look(source);
        found.ifPresentOrElse(each -> known.put(source, each), () -> known.remove(source));
        return found;
    }

    /// Keeps the secret that a handshake brought, beside those that came before: some platforms
    /// give each of their webhooks its own.
    ///
    /// @return false when there are too many
    boolean learn(One one, String secret) {
        known.remove(one.source());
        return within(
                one.community(),
                () -> {
                    var kept = secrets.addLine(one.source(), one.listening().secret(), secret);
                    if (kept && one.listening().typedIn()) {
                        brought.keep(one.source(), secret);
                    }
                    return kept;
                });
    }

    private Optional<One> look(long source) {
        return db
                .sql("select coalesce(sources.community_of(:source), 0)")
                .param("source", source)
                .query((row, _) -> row.getInt(1))
                .list()
                .stream()
                .filter(id -> id > 0)
                .findFirst()
                .map(CommunityId::new)
                .flatMap(
                        community ->
                                within(
                                        community,
                                        () ->
                                                sources.find(source)
                                                        .filter(
                                                                s ->
                                                                        s.state()
                                                                                != Source.State
                                                                                        .ERASING)
                                                        .flatMap(s -> one(community, s))));
    }

    private static <T> T within(CommunityId community, Callable<T> work) {
        try {
            return Here.as(community, null, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<One> one(CommunityId community, Source source) {
        var connector = platforms.named(source.platform());
        return connector
                .listening()
                .map(
                        listening ->
                                new One(
                                        community,
                                        source.id(),
                                        wiring.of(connector, source),
                                        listening,
                                        hooks.whole(source),
                                        clock.instant()));
    }
}
