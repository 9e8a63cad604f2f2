package org.folkmoot.shell;

import org.folkmoot.sources.connections.Offers;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "offers",
        description = "Ask the platform what a setting may name, such as its channels.")
final class SourceOffers extends InCommunity {

    @Parameters(index = "0", paramLabel = "ID", description = "As source list tells it.")
    long id;

    @Parameters(index = "1", paramLabel = "SETTING", description = "Such as channels.")
    String setting = "";

    SourceOffers(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        for (var one : site.getBean(Offers.class).of(id, setting)) {
            say(one, "%s  %s  %s".formatted(one.value(), one.label(), one.about()).strip());
        }
    }
}
