package org.folkmoot.connectors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.members.Told;
import org.springframework.stereotype.Component;

/// Hands lines of our own export to those who wrote them.
@Component
class Keepers {

    private final List<Keeper> all;

    Keepers(List<Keeper> all) {
        this.all = all;
    }

    /// @param ids the identities of the accounts named in the page of whom something may be kept
    /// @return what cannot be kept
    List<Found.Refused> take(Collection<Found> page, Map<Told.Key, Long> ids) {
        var refused = new ArrayList<Found.Refused>();
        for (var found : page) {
            if (found instanceof Found.Also line
                    && (aboutNobody(line) || ids.containsKey(key(line)))) {
                var identity = aboutNobody(line) ? null : ids.get(key(line));
                all.stream()
                        .filter(keeper -> keeper.types().contains(line.type()))
                        .findFirst()
                        .flatMap(keeper -> keeper.take(line, identity))
                        .map(why -> new Found.Refused("", 0, why, line.row().toString()))
                        .ifPresent(refused::add);
            }
        }
        return refused;
    }

    private static boolean aboutNobody(Found.Also line) {
        return line.source() == null || line.id() == null;
    }

    private static Told.Key key(Found.Also line) {
        return new Told.Key(
                Objects.requireNonNullElse(line.source(), ""),
                Objects.requireNonNullElse(line.id(), ""));
    }
}
