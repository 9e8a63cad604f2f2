package org.folkmoot.shell;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.orbit.OrbitTold;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "orbit",
        description =
                "Print how close people are: how many stand at which level, gravity and love; as JSON also level, love and orbit of everybody.")
final class OrbitVerb extends InCommunity {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "milestones or decay (default: milestones).")
    String profile = "milestones";

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The day to look at, like 2026-03-31 (default: today).")
    String asOf = "";

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description = "How far back to compare: 7, 30, 90 or 365 days (default: 30).")
    int window = 30;

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Count only members who fit it, as in 'segment is newcomers'.")
    String where = "";

    @Option(names = "--todays-weights", description = "Weigh past days by today's weights.")
    boolean todays;

    @Option(
            names = "--reach",
            description =
                    "Work out everybody's reach, and gravity by decay; takes minutes where millions of things were done.")
    boolean reach;

    OrbitVerb(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var told = site.getBean(OrbitTold.class);
        out().println(
                        json
                                ? told.json(query(), reach)
                                : String.join(
                                        System.lineSeparator(),
                                        told.words(query(), reach, here(site).locale())));
    }

    private Map<String, String> query() {
        var query = new HashMap<String, String>();
        query.put("profile", profile);
        query.put("asOf", asOf);
        query.put("window", Integer.toString(window));
        query.put("where", where);
        query.put("weights", todays ? "today" : "");
        return query;
    }
}
