package org.folkmoot.sources.connections;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.folkmoot.members.PeopleArchive.Turn;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.roles.RoleRows;
import org.folkmoot.sources.roles.RoleRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Connections as lines of an export: what they are to read, and never a secret. Where they come in
/// again nothing is asked or sent by itself: they are paused until somebody gives them their
/// secrets.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConnectionArchive implements Keeper {

    static final String TYPE = "connection";
    static final String WAITS =
            "It came with an export, without its secrets. Give it those below, then resume it.";

    private final Sources sources;
    private final RoleRows roles;
    private final ObjectProvider<Joining> joining;

    /// @param joining is asked for late, as some platforms take imports in, of which this is a part
    ConnectionArchive(Sources sources, RoleRows roles, ObjectProvider<Joining> joining) {
        this.sources = sources;
        this.roles = roles;
        this.joining = joining;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int order() {
        return 90;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Turn turn() {
        return Turn.AFTER_LEDGER;
    }

    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        var all = roles.all();
        for (var source : sources.all()) {
            if (source.state() != Source.State.ERASING) {
                var one = new LinkedHashMap<String, Object>();
                one.put("type", TYPE);
                one.put("platform", source.platform());
                one.put("name", source.name());
                one.put("settings", new TreeMap<>(source.settings()));
                var rules = all.get(source.id());
                if (rules != null) {
                    one.put("roles", rules);
                }
                one.put("paused", source.state() == Source.State.PAUSED);
                one.put("by", source.by());
                one.put("at", source.createdAt().toString());
                line.accept(one);
            }
        }
    }

    /// Known again by its platform and name.
    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var settings = new TreeMap<String, String>();
        row.path("settings").properties().forEach(e -> settings.put(e.getKey(), text(e)));
        var rules = RoleRules.of(row.path("roles"));
        joining.getObject()
                .restore(
                        row.path("platform").asString(""),
                        row.path("name").asString("").strip(),
                        settings,
                        WAITS)
                .filter(_ -> !rules.none())
                .ifPresent(source -> roles.keep(source.id(), rules));
        return Optional.empty();
    }

    private static String text(Map.Entry<String, JsonNode> setting) {
        if (!setting.getValue().isString()) {
            throw new Refusal.Unusable("The setting %s is no text.".formatted(setting.getKey()));
        }
        return setting.getValue().asString();
    }
}
