package org.folkmoot.metrics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Numbers over all of a community's time, for programs; parameters as in `Ask.of`.
@RestController
@RequestMapping(
        path = "/api/v1/communities/{slug}/metrics",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Needs(Permission.SEE_NUMBERS)
class AgesApi {

    private static final int LONGEST = 365;
    private static final int MONTHS = 60;

    private final Ages ages;
    private final Answers answers;
    private final Within within;
    private final Communities communities;
    private final Clock clock;

    AgesApi(Ages ages, Answers answers, Within within, Communities communities, Clock clock) {
        this.ages = ages;
        this.answers = answers;
        this.within = within;
        this.communities = communities;
        this.clock = clock;
    }

    record Active(int days, LocalDate first, List<Long> values) {}

    record Weeks(LocalDate first, List<Long> values) {}

    /// @param unfinishedMonth the last one while it is not over
    record Table(
            String first,
            List<Long> joined,
            List<List<Long>> values,
            @Nullable String unfinishedMonth) {}

    /// Distinct active members of so many days up to each day.
    @GetMapping("/active")
    String active(
            @RequestParam(defaultValue = "30") int days, @RequestParam Map<String, String> query) {
        if (days < 1 || days > LONGEST) {
            throw new Refusal.Unusable("Ask for 1 to %d days.".formatted(LONGEST));
        }
        var ask = ask(query);
        return told(
                ask,
                "active " + days,
                () -> {
                    var series = ages.rolling(ask, days);
                    return new Active(days, series.first(), series.values());
                });
    }

    @GetMapping("/weeks")
    String weeks(@RequestParam Map<String, String> query) {
        var ask = ask(query);
        return told(
                ask,
                "weeks",
                () -> {
                    var series = ages.weeks(ask);
                    return new Weeks(series.first(), series.values());
                });
    }

    /// Of those who came in each month, how many were active in it and in each month after.
    @GetMapping("/cohorts")
    String cohorts(
            @RequestParam(defaultValue = "12") int months,
            @RequestParam Map<String, String> query) {
        if (months < 1 || months > MONTHS) {
            throw new Refusal.Unusable("Ask for 1 to %d months.".formatted(MONTHS));
        }
        var ask = ask(query);
        return told(
                ask,
                "cohorts " + months,
                () -> {
                    var table = ages.cohorts(ask, months);
                    var unfinished = Cohorts.unfinished(ask);
                    return new Table(
                            table.first().toString(),
                            table.joined(),
                            table.values(),
                            unfinished == null ? null : unfinished.toString());
                });
    }

    private String told(Ask ask, String about, Supplier<Object> work) {
        return answers.of(
                ask, String.class, about, () -> JsonMapper.shared().writeValueAsString(work.get()));
    }

    private Ask ask(Map<String, String> query) {
        var ask = within.of(Ask.of(communities.here(), query, clock.instant()));
        if (ask.filters().place() != null) {
            throw new Refusal.Unusable("This is not known of a single place.");
        }
        return ask;
    }
}
