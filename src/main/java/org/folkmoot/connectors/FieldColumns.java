package org.folkmoot.connectors;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.fields.FieldsArchive;
import org.folkmoot.members.SaidElsewhere;
import org.folkmoot.members.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What accounts tell under the name of one of the community's own fields, such as a column of a
/// table, fills that field.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FieldColumns {

    private final FieldsArchive fields;
    private final Clock clock;

    FieldColumns(FieldsArchive fields, Clock clock) {
        this.fields = fields;
        this.clock = clock;
    }

    /// @param ids the identities of all accounts named
    /// @return what cannot be kept, with the reason
    List<Found.Refused> take(List<Found> page, Map<Told.Key, Long> ids) {
        var keys = new HashMap<String, String>();
        for (var found : page) {
            if (found instanceof Person p) {
                p.fields().keySet().forEach(k -> keys.computeIfAbsent(k, FieldsArchive::key));
            }
        }
        keys.values().retainAll(keys.isEmpty() ? Set.of() : fields.keys());
        if (keys.isEmpty()) {
            return List.of();
        }
        var told = new ArrayList<SaidElsewhere.Saying>();
        for (var found : page) {
            if (found instanceof Person p) {
                var at = p.asOf() == null ? clock.instant() : p.asOf();
                p.fields()
                        .forEach(
                                (name, value) -> {
                                    var key = keys.get(name);
                                    if (key != null && !value.isBlank()) {
                                        told.add(
                                                new SaidElsewhere.Saying(
                                                        new Told.Key(p.source(), p.id()),
                                                        key,
                                                        value,
                                                        FieldsArchive.IMPORT,
                                                        at));
                                    }
                                });
            }
        }
        return fields.bring(told, ids).entrySet().stream()
                .map(e -> new Found.Refused("", 0, e.getValue(), e.getKey().toString()))
                .toList();
    }
}
