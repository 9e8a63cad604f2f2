package org.folkmoot.activity;

import java.util.function.UnaryOperator;

/// An entry whose ids are under cover.
final class Under {

    private Under() {}

    /// @param ids the cover of an activity's id, or the id itself
    /// @param accounts the same of those mentioned
    static Entry of(Entry e, UnaryOperator<String> ids, UnaryOperator<String> accounts) {
        var said = e.content();
        var parent = e.parent();
        return new Entry(
                e.source(),
                ids.apply(e.externalId()),
                e.told(),
                e.identity(),
                e.at(),
                e.inferred(),
                e.place(),
                e.style(),
                parent == null ? null : ids.apply(parent),
                said.mentions().isEmpty()
                        ? said
                        : new Entry.Content(
                                said.title(),
                                said.text(),
                                said.url(),
                                said.edited(),
                                said.mentions().stream().map(accounts).toList(),
                                said.files(),
                                said.facts()),
                Digest.of(e));
    }
}
