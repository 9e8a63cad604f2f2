package org.folkmoot.sources.stackexchange;

import java.util.List;
import org.folkmoot.connectors.stackexchange.StackExchangeAnswers;
import org.folkmoot.sources.stackexchange.Recent.Kind;
import tools.jackson.databind.JsonNode;

/// Asks whether what was read is still there.
record Missing(StackExchangeApi api, StackExchangeAnswers answers) {

    /// One request of up to a hundred. A page that is not all there is says nothing of the others,
    /// which are asked for once more without those it has. That all of several are gone is not
    /// believed: then rather something is wrong with the answer.
    Recent look(Recent recent) {
        var kind = recent.next();
        if (kind == null) {
            return recent;
        }
        var asked = recent.asked(kind);
        var page = api.these(kind, asked);
        var there = numbers(page, kind);
        if (page.path("has_more").asBoolean(false)) {
            return recent.sure(kind, there.isEmpty() ? asked : there);
        }
        var gone = asked.stream().filter(number -> !there.contains(number)).toList();
        if (!page.path("items").isArray() || (there.isEmpty() && asked.size() > 1)) {
            return recent.sure(kind, asked);
        }
        gone.forEach(number -> answers.gone(kind.ours(number)));
        return recent.sure(kind, asked).gone(kind, gone);
    }

    static List<Long> numbers(JsonNode page, Kind kind) {
        return page.path("items").valueStream().map(row -> row.path(kind.id).asLong(0)).toList();
    }
}
