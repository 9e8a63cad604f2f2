package org.folkmoot.lifecycle;

import java.util.List;
import org.folkmoot.members.Criterion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who comes much less than they used to, as a condition for lists and segments: `leaving`.
@Configuration(proxyBeanMethods = false)
class LeavingCriterion {

    @Bean
    Criterion leavingCriterion(Drifts drifts) {
        return Criterion.of(
                "leaving",
                "About to leave",
                List.of(),
                (_, _) -> "who come much less than they used to",
                (_, asked) -> {
                    var seen = drifts.now();
                    return "select unnest(%s::bigint[])"
                            .formatted(
                                    asked.bind(
                                            seen.drift().leaving().stream()
                                                    .map(r -> seen.register().member(r.person()))
                                                    .toArray(Long[]::new)));
                });
    }
}
