package org.folkmoot.connectors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.activity.Activities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keeper.Unkept;
import org.folkmoot.members.Named;
import org.folkmoot.members.PeopleArchive;
import org.folkmoot.members.Told;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Hands lines of our own export to those who wrote them. Each keeper's lines of a page go in at
/// once; where that fails, half by half, so that a line that cannot be kept takes no other with it.
@Component
class Keepers {

    private final List<Keeper> all;
    private final Activities activities;
    private final TransactionTemplate savepoint;

    Keepers(List<Keeper> all, Activities activities, PlatformTransactionManager transactions) {
        this.all = all;
        this.activities = activities;
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /// @param turn whose turn it is: before the page's activities are written, or after
    /// @param accounts the identities of those named in the page of whom something may be kept
    /// @return what cannot be kept
    List<Found.Refused> take(
            PeopleArchive.Turn turn, List<Found.Also> page, Map<Told.Key, Long> accounts) {
        var refused = new ArrayList<Found.Refused>();
        for (var keeper : page.isEmpty() ? List.<Keeper>of() : all) {
            var types = keeper.types();
            var lines = new LinkedHashMap<JsonNode, Found.Also>();
            page.stream()
                    .filter(line -> types.contains(line.type()) && keeper.turn() == turn)
                    .forEach(line -> lines.putIfAbsent(line.row(), line));
            if (!lines.isEmpty()) {
                var rows = List.copyOf(lines.keySet());
                for (var unkept : take(keeper, rows, named(rows, accounts))) {
                    var line = lines.get(unkept.row());
                    if (line != null) {
                        refused.add(line.refused(unkept.why()));
                    }
                }
            }
        }
        return refused;
    }

    private Named named(List<JsonNode> rows, Map<Told.Key, Long> accounts) {
        var keys = new HashSet<Told.Key>();
        rows.forEach(row -> keys.addAll(Named.activitiesOf(row)));
        return new Named(accounts, activities.ids(keys));
    }

    private List<Unkept> take(Keeper keeper, List<JsonNode> rows, Named named) {
        try {
            return within(keeper, rows, named);
        } catch (Refusal.Unusable
                | DataIntegrityViolationException
                | JacksonException
                | IllegalArgumentException
                | java.time.DateTimeException e) {
            if (rows.size() > 1) {
                var half = rows.size() / 2;
                return Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
                        .flatMap(some -> take(keeper, some, named).stream())
                        .toList();
            }
            var why =
                    e instanceof Refusal
                            ? String.valueOf(e.getMessage())
                            : "Something in this line is not as it must be.";
            return List.of(new Unkept(rows.getFirst(), why));
        }
    }

    private List<Unkept> within(Keeper keeper, List<JsonNode> rows, Named named) {
        var taken = savepoint.execute(_ -> keeper.take(rows, named));
        return taken == null ? List.of() : taken;
    }
}
