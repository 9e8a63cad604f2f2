package org.folkmoot.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.pulls.Puller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "pull",
        description = "Ask connections now, until all is here. Also while Folkmoot runs.")
final class SourcePull extends InCommunity {

    private static final long FOR_A_TURN = 250;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "As source list tells it; all of them when left out.")
    @Nullable Long id;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "900",
            description =
                    "How long to wait in all when a platform asks to slow down (default: 900).")
    long patience = 900;

    SourcePull(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var sources = site.getBean(Sources.class);
        var puller = site.getBean(Puller.class);
        var clock = site.getBean(Clock.class);
        var until = clock.instant().plusSeconds(patience);
        List<Long> all =
                id != null
                        ? List.of(sources.get(id).id())
                        : sources.all().stream()
                                .filter(s -> s.state() == Source.State.ON)
                                .map(Source::id)
                                .toList();
        for (long one : all) {
            pull(puller, sources, one, clock, until);
            SourceVerb.tell(this, site, sources.get(one));
            out().flush();
        }
    }

    private void pull(Puller puller, Sources sources, long one, Clock clock, Instant until) {
        while (true) {
            switch (puller.step(one)) {
                case MORE -> {}
                case DONE, STOPPED -> {
                    return;
                }
                case BUSY -> {
                    if (clock.instant().isAfter(until)) {
                        return;
                    }
                    sleep(FOR_A_TURN);
                }
                case WAITS -> {
                    var now = sources.get(one);
                    if (now.waiting() == null || now.nextAt().isAfter(until)) {
                        return;
                    }
                    err().println(SourceWords.of(now));
                    err().flush();
                    sleep(
                            Math.max(
                                    1,
                                    Duration.between(clock.instant(), now.nextAt()).toMillis()
                                            + 1));
                }
            }
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The pull was interrupted", e);
        }
    }
}
