package org.folkmoot.sources;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.vault.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Connects platforms, tries connections, and lets go of them.
@Component
public class Joining {

    private final Platforms platforms;
    private final Sources sources;
    private final Secrets secrets;
    private final Wiring wiring;
    private final Switchboard switchboard;
    private final HookPath hooks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Joining(
            Platforms platforms,
            Sources sources,
            Secrets secrets,
            Wiring wiring,
            Switchboard switchboard,
            HookPath hooks,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.platforms = platforms;
        this.sources = sources;
        this.secrets = secrets;
        this.wiring = wiring;
        this.switchboard = switchboard;
        this.hooks = hooks;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A new connection, which is asked from now on.
    ///
    /// @param name for people; empty for what the connector would call it
    /// @throws Refusal.Unusable with what is wrong in words
    public Source add(
            String platform, String name, Map<String, String> settings, Map<String, String> given) {
        return add(platform, name, settings, given, true);
    }

    /// @param begins false for one that is paused until somebody resumes it
    public Source add(
            String platform,
            String name,
            Map<String, String> settings,
            Map<String, String> given,
            boolean begins) {
        var connector = platforms.named(platform);
        var wish = new Wish(connector, settings, given);
        wish.check();
        var connection = wiring.of(connector, 0, wish.settings(), wish.secrets());
        wish.check(connection);
        var called = name.isBlank() ? connector.nameOf(connection) : name.strip();
        Wish.checkName(called);
        return made(
                transaction.execute(
                        _ -> {
                            if (sources.has(connector.platform(), called)) {
                                throw new Refusal.Unusable(
                                        "There is a connection called %s already. Change that one, or give this another name."
                                                .formatted(called));
                            }
                            var source =
                                    sources.add(
                                            connector.platform(),
                                            called,
                                            wish.settings(),
                                            clock.instant());
                            wish.secrets().forEach((n, s) -> secrets.keep(source.id(), n, s));
                            hooks.make(source);
                            if (!begins) {
                                var paused = Source.State.PAUSED;
                                sources.become(source, paused, "connection waits", clock.instant());
                            }
                            return source;
                        }));
    }

    /// A connection as an export tells it, without secrets: it is paused until somebody resumes it.
    ///
    /// @param waits why it is paused, in words
    /// @return empty when there is one of that name already
    /// @throws Refusal.Unusable with what is wrong in words
    public Optional<Source> restore(
            String platform, String name, Map<String, String> settings, String waits) {
        var connector = platforms.named(platform);
        Wish.checkName(name);
        var wish = new Wish(connector, settings, Map.of());
        wish.check();
        if (sources.has(connector.platform(), name)) {
            return Optional.empty();
        }
        var source = sources.add(connector.platform(), name, wish.settings(), clock.instant());
        sources.waitForSecrets(source, waits);
        hooks.make(source);
        return Optional.of(source);
    }

    private static Source made(@Nullable Source source) {
        if (source == null) {
            throw new IllegalStateException("Nothing was connected");
        }
        return source;
    }

    /// Other settings or secrets; those that are not named stay. It is tried again at once.
    public void change(long id, Map<String, String> settings, Map<String, String> given) {
        var source = kept(id);
        var connector = platforms.named(source.platform());
        var all = new HashMap<>(source.settings());
        all.putAll(settings);
        var wish = new Wish(connector, all, given);
        wish.check();
        var secret = new HashMap<>(secrets.open(id));
        secret.putAll(wish.secrets());
        wish.check(wiring.of(connector, id, wish.settings(), secret));
        transaction.executeWithoutResult(
                _ -> {
                    sources.set(source, source.name(), wish.settings());
                    wish.secrets().forEach((n, s) -> secrets.keep(id, n, s));
                    if (!wish.secrets().isEmpty()) {
                        secrets.drop(id, Granted.NAME);
                    }
                    if (source.state() == Source.State.BROKEN) {
                        sources.become(
                                source, Source.State.ON, "connection mended", clock.instant());
                    }
                });
    }

    /// Reads one real thing there.
    ///
    /// @return what it saw, in a sentence
    /// @throws Refusal.Unusable when that did not work, with why
    public String look(long id) {
        return switchboard.talk(kept(id), talk -> talk.connector().look(talk.line()));
    }

    private Source kept(long id) {
        return sources.get(id).kept();
    }

    public void pause(long id) {
        sources.become(kept(id), Source.State.PAUSED, "connection paused", clock.instant());
    }

    /// Asks it again, also one that was broken.
    public void resume(long id) {
        sources.become(kept(id), Source.State.ON, "connection resumed", clock.instant());
    }

    /// Lets go of it; what it brought stays.
    public void remove(long id) {
        sources.remove(kept(id));
    }

    /// Seals all secrets of the community anew with the present key.
    ///
    /// @return of how many connections
    public int rekey() {
        var all = sources.all();
        all.forEach(source -> secrets.rekey(source.id()));
        return all.size();
    }
}
