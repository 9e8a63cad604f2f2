package org.folkmoot.shell;

import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.refusals.Refusals;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

@Command(
        name = "refused",
        description = "What came from there and could not be used, with the reason; newest first.")
final class SourceRefused extends SourceVerb.AboutOne {

    SourceRefused(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var source = site.getBean(Sources.class).get(id).id();
        var refusals = site.getBean(Refusals.class);
        var none = new AtomicBoolean(true);
        refusals.each(
                source,
                row -> {
                    none.set(false);
                    say(row, "%s  %s  %s".formatted(row.at(), row.reason(), row.raw()));
                });
        if (none.get() && !json) {
            out().println("All that came from there could be used.");
        }
    }
}
