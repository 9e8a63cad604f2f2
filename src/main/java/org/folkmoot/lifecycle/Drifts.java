package org.folkmoot.lifecycle;

import java.time.Clock;
import java.time.LocalDate;
import org.folkmoot.community.Communities;
import org.folkmoot.metrics.Attendance;
import org.folkmoot.metrics.Attendance.Register;
import org.springframework.stereotype.Service;

/// Reads who drifts away out of the days on which people were active.
@Service
class Drifts {

    private final Attendance attendance;
    private final Communities communities;
    private final Clock clock;

    Drifts(Attendance attendance, Communities communities, Clock clock) {
        this.attendance = attendance;
        this.communities = communities;
        this.clock = clock;
    }

    /// @param day its number in the register
    record Seen(Register register, int day, Drift drift) {}

    /// The last day that is over.
    LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), communities.here().zone()).minusDays(1);
    }

    /// As of the end of yesterday.
    Seen now() {
        return seen(Rhythm.LENGTH);
    }

    /// The same with enough days before to look how right it was.
    Seen withPast() {
        return seen(Drift.Record.days());
    }

    private Seen seen(int days) {
        var last = yesterday();
        var register = attendance.between(last.minusDays(days - 1L), last);
        return new Seen(register, days - 1, Drift.of(register, days - 1));
    }
}
