package org.folkmoot.shell;

import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.connections.Offers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "offers",
        description = {
            "Ask a platform what a setting may name, such as its channels.",
            "Of a connection, or before connecting, with the settings and secrets that source add would take; of these nothing is kept."
        })
final class SourceOffers extends SourceVerb.Telling {

    @Parameters(
            index = "0",
            paramLabel = "ID|PLATFORM",
            description = "A connection as source list tells it, or a platform such as slack.")
    String whose = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SETTING",
            description = "Such as channels; not needed where there is only one such list.")
    String setting = "";

    SourceOffers(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var offers = site.getBean(Offers.class);
        var all =
                whose.matches("\\d{1,18}")
                        ? offers.of(connected(), setting)
                        : offers.before(whose, setting, settings, secrets());
        for (var one : all) {
            say(one, "%s  %s  %s".formatted(one.value(), one.label(), one.about()).strip());
        }
        if (all.isEmpty() && !json) {
            out().println("There is nothing that this secret may see.");
        }
    }

    private long connected() {
        if (!settings.isEmpty() || !secrets.isEmpty()) {
            throw new Refusal.Unusable(
                    "A connection is asked with its own settings and secrets. Change them by source set.");
        }
        return Long.parseLong(whose);
    }
}
