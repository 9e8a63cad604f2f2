package org.folkmoot.activity;

import java.util.List;
import java.util.Objects;
import org.folkmoot.members.Identities;
import org.springframework.stereotype.Component;

/// Gives a page of the ledger its names.
@Component
class Lines {

    private final Identities identities;
    private final Mentioned mentioned;

    Lines(Identities identities, Mentioned mentioned) {
        this.identities = identities;
        this.mentioned = mentioned;
    }

    /// Two queries, however many items.
    List<Line> of(List<Item> items) {
        var faces =
                identities.faces(
                        items.stream().map(Item::identity).filter(Objects::nonNull).toList());
        var names = mentioned.in(items);
        return items.stream()
                .map(
                        item ->
                                Line.of(
                                        item,
                                        item.identity() == null ? null : faces.get(item.identity()),
                                        names))
                .toList();
    }
}
