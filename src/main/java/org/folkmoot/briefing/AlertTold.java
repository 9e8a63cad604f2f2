package org.folkmoot.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An alert as programs are told of it.
///
/// @param days 1, or 7 for a week up to `day`; then values are of a mean day
/// @param chance how rarely an ordinary day lies so far off
/// @param answer `seen`, `expected`, or null
@JsonInclude(JsonInclude.Include.ALWAYS)
record AlertTold(
        long id,
        String day,
        int days,
        String measure,
        String scope,
        String key,
        String name,
        String words,
        double value,
        double expected,
        double low,
        double high,
        double z,
        double chance,
        List<Finding.Cause> causes,
        Instant at,
        @Nullable String answer,
        @Nullable String answeredBy) {

    static AlertTold of(Alert alert, Locale locale) {
        var finding = alert.finding();
        var off = finding.off();
        var answer = alert.answer();
        return new AlertTold(
                alert.id(),
                alert.day().toString(),
                finding.span(),
                finding.of().key(),
                finding.where().key(),
                finding.key(),
                finding.name(),
                new AlertWords(locale).title(alert),
                off.value(),
                off.expected(),
                off.low(),
                off.high(),
                off.z(),
                off.chance(),
                finding.causes(),
                alert.at(),
                answer == null ? null : answer.how(),
                answer == null ? null : answer.by());
    }
}
