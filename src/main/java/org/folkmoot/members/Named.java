package org.folkmoot.members;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The accounts and activities that lines of an export name, as they are known here. A line names
/// an account by `source` and `externalId`, in itself or in an object inside; what is named so
/// under `activity` or `thread` is an activity.
///
/// @param accounts identities of all of whom something may be kept; whoever was forgotten is
///     missing
/// @param activities by source and id there
public record Named(Map<Told.Key, Long> accounts, Map<Told.Key, Long> activities) {

    /// Under which names lines hold activities.
    public static final Set<String> ACTIVITIES = Set.of("activity", "thread");

    public Named {
        accounts = Map.copyOf(accounts);
        activities = Map.copyOf(activities);
    }

    /// The identity of the account that this object names; empty when nothing may be kept of it.
    public Optional<Long> account(JsonNode naming) {
        return key(naming).map(accounts::get);
    }

    public Optional<Long> activity(JsonNode naming) {
        return key(naming).map(activities::get);
    }

    /// All accounts that a line names.
    public static Set<Told.Key> accountsOf(JsonNode row) {
        var found = new HashSet<Told.Key>();
        key(row).ifPresent(found::add);
        row.properties()
                .forEach(
                        field -> {
                            if (!ACTIVITIES.contains(field.getKey())) {
                                within(field.getValue()).forEach(o -> key(o).ifPresent(found::add));
                            }
                        });
        return found;
    }

    /// All activities that a line names.
    public static Set<Told.Key> activitiesOf(JsonNode row) {
        var found = new HashSet<Told.Key>();
        ACTIVITIES.forEach(name -> key(row.path(name)).ifPresent(found::add));
        return found;
    }

    private static List<JsonNode> within(JsonNode value) {
        return value.isArray() ? value.valueStream().toList() : List.of(value);
    }

    private static Optional<Told.Key> key(JsonNode naming) {
        var source = naming.path("source");
        var id = naming.path("externalId");
        return source.isString() && id.isString()
                ? Optional.of(new Told.Key(clean(source), clean(id)))
                : Optional.empty();
    }

    /// PostgreSQL holds no NUL character.
    private static String clean(JsonNode text) {
        return text.asString("").replace("\0", "");
    }
}
