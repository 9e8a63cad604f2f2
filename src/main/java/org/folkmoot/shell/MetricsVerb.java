package org.folkmoot.shell;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.listening.Listening;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.ReportJson;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "metrics",
        description =
                "Print the numbers of a community's health, as its page and the API give them.")
final class MetricsVerb extends InCommunity {

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "The window's last day, like 2026-03-31 (default: today).")
    String asOf = "";

    @Option(
            names = "--window",
            paramLabel = "DAYS",
            description = "7, 30, 90 or 365 (default: 30).")
    int window = 30;

    @Option(names = "--platform", paramLabel = "NAME", description = "Only on this platform.")
    String platform = "";

    @Option(names = "--place", paramLabel = "N", description = "Only in this place.")
    String place = "";

    @Option(names = "--tag", paramLabel = "TAG", description = "Only members with this tag.")
    String tag = "";

    @Option(
            names = "--organisation",
            paramLabel = "NAME",
            description = "Only members of this organisation.")
    String organisation = "";

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "Only members who fit it, as in 'segment is newcomers'.")
    String where = "";

    @Option(names = "--staff", description = "Count the team, too.")
    boolean staff;

    MetricsVerb(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var here = here(site);
        var metrics = site.getBean(Metrics.class);
        var ask = Ask.of(here, query(), site.getBean(Clock.class).instant());
        var window = ask.window();
        site.getBean(Listening.class)
                .finish(window.before().first().minusDays(7), window.last().plusDays(1));
        if (json) {
            var whole = metrics.whole(ask);
            out().println(ReportJson.text(whole.report(), whole.lasting(), false));
        } else {
            Metrics.inWords(metrics.of(ask), here.locale()).forEach(out()::println);
        }
    }

    private Map<String, String> query() {
        var query = new HashMap<String, String>();
        query.put("asOf", asOf);
        query.put("window", Integer.toString(window));
        query.put("platform", platform);
        query.put("place", place);
        query.put("tag", tag);
        query.put("organisation", organisation);
        query.put("where", where);
        query.put("staff", staff ? "in" : "");
        return query;
    }
}
