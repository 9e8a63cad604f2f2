package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.folkmoot.brief.Briefs;
import org.folkmoot.listening.Listening;
import org.folkmoot.listening.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "brief",
        description =
                "Print what somebody new to a community should know of it: who carries it, when it is awake, what it speaks of.")
final class BriefVerb extends InCommunity {

    @Option(names = "--window", paramLabel = "DAYS", description = "30, 90 or 365 (default: 90).")
    int window = 90;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write it into this file.")
    @Nullable Path pdf;

    BriefVerb(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) throws IOException {
        var here = here(site);
        var today = LocalDate.ofInstant(site.getBean(Clock.class).instant(), here.zone());
        site.getBean(Listening.class).finish(today.minusDays(2L * window + 7), today);
        var topics = site.getBean(Topics.class);
        topics.find(Topics.About.ALL, window);
        topics.find(Topics.About.COMPLAINTS, window);
        var briefs = site.getBean(Briefs.class);
        if (pdf == null) {
            out().println(
                            json
                                    ? JsonMapper.shared().writeValueAsString(briefs.of(window))
                                    : briefs.inWords(window, here.locale()));
            return;
        }
        try (var file = Files.newOutputStream(pdf)) {
            briefs.pdf(window, here.locale(), file);
        }
        out().println("Written to " + pdf);
    }
}
