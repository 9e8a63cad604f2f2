package org.folkmoot.shell;

import org.folkmoot.sources.Sources;
import org.folkmoot.sources.refusals.Refusals;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

@Command(
        name = "refused",
        description = "What came from there and could not be used, with the reason; newest first.")
final class SourceRefused extends SourceVerb.AboutOne {

    private static final int AT_ONCE = 1_000;

    SourceRefused(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var source = site.getBean(Sources.class).get(id).id();
        var refusals = site.getBean(Refusals.class);
        var rows = refusals.page(source, Long.MAX_VALUE, AT_ONCE);
        if (rows.isEmpty() && !json) {
            out().println("All that came from there could be used.");
        }
        while (!rows.isEmpty()) {
            rows.forEach(
                    row -> say(row, "%s  %s  %s".formatted(row.at(), row.reason(), row.raw())));
            rows = refusals.page(source, rows.getLast().id(), AT_ONCE);
        }
    }
}
