package org.folkmoot.sources.pulls;

import java.time.Instant;
import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Rooms;
import org.folkmoot.sources.roles.RoleWork;
import org.folkmoot.sources.standing.BusyDays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes what a source's page leaves besides the ledger: where the things that it brought belong,
/// what its accounts are by its rules, and of which days it was.
@Component
@Transactional
public class Traces {

    private final Rooms rooms;
    private final RoleWork roles;
    private final BusyDays days;

    Traces(Rooms rooms, RoleWork roles, BusyDays days) {
        this.rooms = rooms;
        this.roles = roles;
        this.days = days;
    }

    /// Part of the transaction in which a page is kept.
    public void note(long source, List<Found> page, Instant now) {
        roles.came(rooms.note(source, page));
        days.note(source, page, now);
    }
}
