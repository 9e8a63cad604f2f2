package org.folkmoot.members;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.kernel.Refusal;

/// A question while it becomes SQL: what was bound so far, and when, where and for whom it is
/// asked.
public final class Asked {

    private final Instant now;
    private final ZoneId zone;
    private final boolean contacts;
    private int bound;
    private final Map<String, Object> params = new HashMap<>();
    private final Set<String> segments = new LinkedHashSet<>();

    Asked(Instant now, ZoneId zone, boolean contacts) {
        this.now = now;
        this.zone = zone;
        this.contacts = contacts;
    }

    /// Binds a value and gives what stands for it in SQL. Text, numbers, arrays, dates
    /// (`LocalDate`) and times (`OffsetDateTime`).
    public String bind(Object value) {
        var name = "asked" + bound++;
        params.put(name, value);
        return ":" + name;
    }

    public Instant now() {
        return now;
    }

    /// In which the community's days are.
    public ZoneId zone() {
        return zone;
    }

    /// Whether the reader sees contact data and notes.
    public boolean contacts() {
        return contacts;
    }

    /// Bound: the time that many days before now.
    public String daysAgo(int days) {
        return bind(now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC));
    }

    /// Bound: the time at which a local day begins.
    public String start(LocalDate day) {
        OffsetDateTime start = day.atStartOfDay(zone).toOffsetDateTime();
        return bind(start);
    }

    /// Goes into a segment that another refers to.
    ///
    /// @throws Refusal.Unusable for a circle
    void enter(String segment) {
        if (!segments.add(segment)) {
            throw new Refusal.Unusable(
                    "The segment %s refers to itself. Take that condition out of it."
                            .formatted(segment));
        }
    }

    void leave(String segment) {
        segments.remove(segment);
    }

    Map<String, Object> params() {
        return params;
    }
}
