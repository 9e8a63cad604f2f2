package org.folkmoot.sources.leaving;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.activity.Ledger;
import org.folkmoot.activity.Removal;
import org.folkmoot.activity.Removal.Room;
import org.folkmoot.connectors.Imports;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Departing;
import org.folkmoot.sources.Rooms;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.hearing.Arranging;
import org.folkmoot.sources.roles.RoleWork;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets go of a connection and erases what it brought, a bounded piece in each transaction, so that
/// whoever is killed anywhere goes on with the next. What a file brought of the same places cannot
/// be told apart and goes with it; what another connection brought as well stays.
@Component
public class Leaving {

    private static final int ACTIVITIES = 1_000;
    private static final int ACCOUNTS = 300;
    private static final int IMPORTS = 1_000;

    private final Sources sources;
    private final LeavingRows rows;
    private final Rooms rooms;
    private final Arranging arranging;
    private final RoleWork roles;
    private final Removal removal;
    private final Departing departing;
    private final Imports imports;
    private final Ledger ledger;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Leaving(
            Sources sources,
            LeavingRows rows,
            Rooms rooms,
            Arranging arranging,
            RoleWork roles,
            Removal removal,
            Departing departing,
            Imports imports,
            Ledger ledger,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.rows = rows;
        this.rooms = rooms;
        this.arranging = arranging;
        this.roles = roles;
        this.removal = removal;
        this.departing = departing;
        this.imports = imports;
        this.ledger = ledger;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What would go and what would stay.
    public Leave preview(long id) {
        return Objects.requireNonNull(transaction.execute(_ -> look(sources.get(id))));
    }

    private Leave look(Source source) {
        var mine = rooms.of(source.id(), true);
        var told = new HashSet<>(rooms.accounts(source.id(), Integer.MAX_VALUE));
        var free = departing.free(told);
        free.removeAll(removal.elsewhere(mine, free));
        return new Leave(
                removal.count(mine),
                free.size(),
                rows.count("figure", source.id()),
                rows.count("call", source.id()) + rows.count("refused_row", source.id()),
                rows.count("outgoing", source.id()),
                removal.count(rooms.of(source.id(), false)),
                told.size() - (long) free.size(),
                mine.stream().map(Room::source).distinct().sorted().toList(),
                imports.newest(IMPORTS, Long.MAX_VALUE).stream()
                        .filter(i -> i.format().equals(source.platform()))
                        .count());
    }

    /// Lets go of it at once; what it brought goes by [#step].
    ///
    /// @param typed its name, by which whoever asks shows that they mean it
    /// @return what is left to do at the platform; mostly empty
    /// @throws Refusal.Unusable when that is not its name, or it is going already
    public Optional<String> begin(long id, String typed) {
        var source = sources.get(id);
        if (!typed.strip().equals(source.name().strip())) {
            throw new Refusal.Unusable(
                    "Type its name, %s, to erase what it brought.".formatted(source.name()));
        }
        var problem = arranging.end(source.kept());
        transaction.executeWithoutResult(
                _ -> {
                    ledger.takeTurn();
                    var all = removal.count(rooms.of(id, true));
                    if (!rows.begin(id, all, clock.instant())) {
                        throw new Refusal.Unusable("What it brought is being erased already.");
                    }
                    roles.again(id);
                    trail.record(
                            "connection removed",
                            "connection",
                            Long.toString(id),
                            told(source.platform(), source.name(), Map.of("erase", all)));
                });
        return problem;
    }

    /// One piece of whatever is to go in this community.
    ///
    /// @return whether something is left
    public boolean step() {
        return Boolean.TRUE.equals(
                transaction.execute(
                        _ -> {
                            var going = rows.hold();
                            going.ifPresent(this::piece);
                            return going.isPresent();
                        }));
    }

    /// Until nothing is left.
    public void finish() {
        while (step()) {
            // the next piece
        }
        ledger.finishReading();
    }

    private void piece(LeavingRows.Going going) {
        var mine = rooms.of(going.id(), true);
        var gone = removal.some(mine, ACTIVITIES);
        if (gone > 0) {
            rows.went(going.id(), gone, 0);
            return;
        }
        var some = rooms.accounts(going.id(), ACCOUNTS);
        if (!some.isEmpty()) {
            Set<Long> free = departing.free(some);
            free.removeAll(removal.elsewhere(Set.of(), free));
            rooms.pass(going.id(), some);
            departing.leave(free);
            rows.went(going.id(), 0, free.size());
            return;
        }
        removal.rest(mine);
        rows.end(going.id());
        trail.record(
                "connection erased",
                going.by(),
                "connection",
                Long.toString(going.id()),
                told(
                        going.platform(),
                        going.name(),
                        Map.of("activities", going.activities(), "people", going.people())));
    }

    private static Map<String, Object> told(
            String platform, String name, Map<String, Object> counts) {
        var all = new HashMap<>(counts);
        all.put("platform", platform);
        all.put("name", name);
        return all;
    }
}
