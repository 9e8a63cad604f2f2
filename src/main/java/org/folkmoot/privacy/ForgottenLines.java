package org.folkmoot.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.members.ForgottenList;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// That people were forgotten, as lines of an export: under which key, by its fingerprint, and the
/// covers of their addresses. The key itself is as secret as a backup and never in it
/// (docs/adr/0012).
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ForgottenLines implements Keeper {

    private static final int A_LINE = 1000;

    private final ForgottenList list;
    private final UnknownKey unknown;

    ForgottenLines(ForgottenList list, UnknownKey unknown) {
        this.list = list;
        this.unknown = unknown;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("forgotten");
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int order() {
        return 60;
    }

    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        var key = list.fingerprint().or(unknown::fingerprint);
        var addresses = key.isEmpty() ? List.<String>of() : list.addresses();
        for (int from = 0; key.isPresent() && (from == 0 || from < addresses.size()); ) {
            var until = Math.min(from + A_LINE, addresses.size());
            var one = new LinkedHashMap<String, Object>();
            one.put("type", "forgotten");
            one.put("key", key.get());
            one.put("addresses", addresses.subList(from, until));
            line.accept(one);
            from = from + A_LINE;
        }
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var key = row.path("key").asString("");
        var covers = row.path("addresses").valueStream().map(n -> n.asString("")).toList();
        if (!key.matches("[0-9a-f]{32}")
                || !covers.stream().allMatch(c -> c.matches("forgotten~[0-9a-f]{32}"))) {
            return Optional.of("This line says nothing of anybody who was forgotten.");
        }
        var here = list.fingerprint();
        if (here.isPresent() ? !here.get().equals(key) : !unknown.misses(key)) {
            return Optional.of(
                    "People were forgotten there under another key than here: should another export name them,"
                            + " they would come back. Forget them here by their names.");
        }
        list.cover(covers);
        return Optional.empty();
    }
}
