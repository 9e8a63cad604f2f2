package org.folkmoot.metrics;

import java.time.Clock;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.community.Communities;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The same numbers for programs.
@RestController
@Needs(Permission.SEE_NUMBERS)
class MetricsApi {

    private final Looks looks;
    private final Communities communities;
    private final Clock clock;

    MetricsApi(Looks looks, Communities communities, Clock clock) {
        this.looks = looks;
        this.communities = communities;
        this.clock = clock;
    }

    /// All metrics of a community; parameters as in `Ask.of`.
    @GetMapping(
            path = "/api/v1/communities/{slug}/metrics",
            produces = MediaType.APPLICATION_JSON_VALUE)
    String metrics(@RequestParam Map<String, String> query) {
        var here = communities.here();
        return looks.of(Ask.of(here, query, clock.instant()), here.locale()).json();
    }
}
