package org.folkmoot.shell;

import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Derived;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "rebuild",
        description =
                "Make everything anew that follows from the ledger: threads, days, what each person did, search "
                        + "words, day sheets. Folkmoot may run meanwhile. It comes out as it was, unless something was wrong.")
final class RebuildVerb extends Site {

    @Option(
            names = "--community",
            paramLabel = "SLUG",
            description = "Of this community alone (default: of all).")
    @Nullable String community;

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    RebuildVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage();
                var line = new ProgressLine(err(), "Making anew:")) {
            for (var here : which(site)) {
                Here.in(here.id(), () -> rebuild(site, here, line));
            }
            return 0;
        }
    }

    private List<Community> which(ConfigurableApplicationContext site) {
        return community == null
                ? site.getBean(Communities.class).all()
                : List.of(community(site, community));
    }

    private void rebuild(ConfigurableApplicationContext site, Community here, ProgressLine line) {
        for (var derived : site.getBeanProvider(Derived.class).orderedStream().toList()) {
            var start = System.nanoTime();
            derived.rebuild(line);
            line.wipe();
            var seconds = (System.nanoTime() - start) / 1e9;
            out().println(
                            json
                                    ? JsonMapper.shared()
                                            .writeValueAsString(
                                                    Map.of(
                                                            "community", here.slug(),
                                                            "made", derived.what(),
                                                            "seconds", seconds))
                                    : "%s: %s made anew in %.1f s"
                                            .formatted(here.name(), derived.what(), seconds));
            out().flush();
        }
    }
}
