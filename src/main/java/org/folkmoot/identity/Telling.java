package org.folkmoot.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.PeopleFinder.Owned;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Steps as they are told, with whom they are about: one statement, however many.
@Service
class Telling {

    private final PeopleFinder finder;

    Telling(PeopleFinder finder) {
        this.finder = finder;
    }

    /// @param whose the person it is about by now; null when nobody is
    record Row(Step step, String words, @Nullable Owned whose) {}

    List<Row> rows(List<Step> steps, Reader reader) {
        var accounts = accounts(steps, reader);
        return steps.stream()
                .map(s -> new Row(s, Sentences.of(s, accounts), accounts.get(s.one())))
                .toList();
    }

    /// The accounts these steps speak of.
    Map<Long, Owned> accounts(List<Step> steps, Reader reader) {
        return finder.accounts(
                steps.stream()
                        .flatMap(s -> Stream.of(s.one(), s.other()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reader.contacts());
    }

    /// All accounts of somebody.
    ///
    /// @throws Refusal.NotFound when they are not here
    List<Long> identities(long member) {
        return finder.identities(List.of(member)).values().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }
}
