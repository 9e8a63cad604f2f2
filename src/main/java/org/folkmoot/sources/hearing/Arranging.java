package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Secret;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.vault.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks platforms to call us, and asks again before it ends.
@Component
public class Arranging {

    private static final Duration BEFORE = Duration.ofHours(12);
    private static final Duration LATER = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Arranging.class);

    private final Sources sources;
    private final Platforms platforms;
    private final Secrets secrets;
    private final Arrangements arrangements;
    private final Switchboard switchboard;
    private final HookPath hooks;
    private final Trail trail;
    private final Clock clock;

    Arranging(
            Sources sources,
            Platforms platforms,
            Secrets secrets,
            Arrangements arrangements,
            Switchboard switchboard,
            HookPath hooks,
            Trail trail,
            Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.secrets = secrets;
        this.arrangements = arrangements;
        this.switchboard = switchboard;
        this.hooks = hooks;
        this.trail = trail;
        this.clock = clock;
    }

    /// @return until when it calls
    /// @throws Refusal.Unusable with why it does not
    public Instant arrange(long id) {
        var source = sources.get(id).kept();
        var until = asked(source);
        arrangements.keep(id, until);
        trail.record(
                "calls asked for",
                "connection",
                Long.toString(id),
                Map.of("platform", source.platform()));
        return until;
    }

    /// Asks the platform to call no more, where it was asked to call; for a connection that goes.
    ///
    /// @return what to say where that did not work; mostly empty
    public Optional<String> end(Source source) {
        var listening =
                platforms
                        .of(source)
                        .listening()
                        .filter(_ -> arrangements.of(source.id()).isPresent());
        if (listening.isEmpty()) {
            return Optional.empty();
        }
        var problem = ended(source, listening.get());
        trail.record(
                problem.isEmpty() ? "calls ended" : "calls not ended",
                "connection",
                Long.toString(source.id()),
                problem.isEmpty()
                        ? Map.of("platform", source.platform())
                        : Map.of("platform", source.platform(), "problem", problem));
        return problem.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s could not be told to call no more; its calls are refused from now on. Take the webhook away there. %s"
                                .formatted(platforms.of(source).title(), problem));
    }

    private String ended(Source source, Listening listening) {
        try {
            return switchboard.talk(
                    source,
                    talk -> {
                        listening.unlisten(talk.line(), hooks.whole(source));
                        return "";
                    });
        } catch (Refusal.Unusable | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            log.warn("{} was not asked to call no more", source.platform(), e);
            return "Why is in the log.";
        }
    }

    /// Those that end soon, in the community we are in.
    void renew() {
        for (long id : arrangements.ending(clock.instant().plus(BEFORE))) {
            try {
                arrangements.keep(id, asked(sources.get(id)));
            } catch (Refusal.Unusable e) {
                arrangements.failed(
                        id,
                        clock.instant().plus(BEFORE).plus(LATER),
                        String.valueOf(e.getMessage()));
            }
        }
    }

    private Instant asked(Source source) {
        var listening =
                platforms
                        .of(source)
                        .listening()
                        .filter(Listening::arranges)
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "%s cannot be asked to call. Tell it the address there."
                                                        .formatted(platforms.of(source).title())));
        secret(source, listening);
        return switchboard
                .talk(source, talk -> listening.arrange(talk.line(), hooks.whole(source)))
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "%s did not agree to call us."
                                                .formatted(platforms.of(source).title())));
    }

    /// What it shall sign with, where we choose that.
    private void secret(Source source, Listening listening) {
        var name = listening.secret();
        if (listening.learns()
                || name.equals(HookPath.KEY)
                || secrets.open(source.id(), name).isPresent()) {
            return;
        }
        if (!listening.chooses()) {
            throw new Refusal.Unusable(
                    "Give it its %s first, or its calls could not be told from others'."
                            .formatted(name));
        }
        secrets.keep(source.id(), name, Secret.next());
    }
}
