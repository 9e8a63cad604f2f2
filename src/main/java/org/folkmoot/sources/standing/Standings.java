package org.folkmoot.sources.standing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.access.Visitor;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.web.When;
import org.springframework.stereotype.Component;

/// How all connections of a community get on, for a reader.
@Component
public class Standings {

    private final Sources sources;
    private final Platforms platforms;
    private final BusyDays days;
    private final Clock clock;

    Standings(Sources sources, Platforms platforms, BusyDays days, Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.days = days;
        this.clock = clock;
    }

    public List<Standing> all(Visitor visitor) {
        return of(sources.all(), visitor);
    }

    public Standing one(long id, Visitor visitor) {
        return of(List.of(sources.get(id)), visitor).getFirst();
    }

    private List<Standing> of(List<Source> some, Visitor visitor) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var when = new When(now, visitor.locale(), visitor.zone());
        var busy = days.since(today.minusDays(BusyDays.DAYS));
        return some.stream()
                .map(
                        source ->
                                new Standing(
                                        source,
                                        platforms.of(source),
                                        when,
                                        Silence.of(busy.getOrDefault(source.id(), List.of()), today)
                                                .orElse(null),
                                        visitor.community().demo()))
                .toList();
    }
}
