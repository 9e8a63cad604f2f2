package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.members.Told.Key;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings people into a community as an import does.
@Component
@NullUnmarked
class Crowd {

    private final Town town;
    private final Identities identities;
    private final TransactionTemplate transaction;

    Crowd(Town town, Identities identities, PlatformTransactionManager transactions) {
        this.town = town;
        this.identities = identities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Somebody on one platform.
    ///
    /// @param kinds what they did how often; all of it at `last`
    record Someone(
            String platform,
            String id,
            Map<String, String> fields,
            Set<String> tags,
            List<String> notes,
            boolean staff,
            boolean bot,
            Instant joined,
            Instant left,
            Instant last,
            Map<String, Integer> kinds) {

        static Someone named(String platform, String id, String name) {
            return new Someone(
                    platform,
                    id,
                    Map.of("name", name),
                    Set.of(),
                    List.of(),
                    false,
                    false,
                    null,
                    null,
                    null,
                    Map.of());
        }

        Someone with(String field, String value) {
            var more = new HashMap<>(fields);
            more.put(field, value);
            return new Someone(
                    platform, id, more, tags, notes, staff, bot, joined, left, last, kinds);
        }

        Someone noted(String note) {
            return new Someone(
                    platform,
                    id,
                    fields,
                    tags,
                    List.of(note),
                    staff,
                    bot,
                    joined,
                    left,
                    last,
                    kinds);
        }

        Someone tagged(String... these) {
            return new Someone(
                    platform,
                    id,
                    fields,
                    Set.of(these),
                    notes,
                    staff,
                    bot,
                    joined,
                    left,
                    last,
                    kinds);
        }

        Someone did(String kind, int times, Instant at) {
            return new Someone(
                    platform,
                    id,
                    fields,
                    tags,
                    notes,
                    staff,
                    bot,
                    joined,
                    left,
                    at,
                    Map.of(kind, times));
        }
    }

    /// @return the ids of the members, in the order given
    List<Long> meet(Community community, Someone... people) {
        return meet(community, List.of(people));
    }

    List<Long> meet(Community community, List<Someone> people) {
        return town.in(
                community,
                () ->
                        transaction.execute(
                                _ -> {
                                    var met =
                                            identities.meet(
                                                    people.stream().map(Crowd::told).toList(),
                                                    Set.of());
                                    var seen = new ArrayList<Seen>();
                                    var ids = new ArrayList<Long>();
                                    for (var p : people) {
                                        var id = met.ids().get(key(p));
                                        ids.add(identities.faces(List.of(id)).get(id).member());
                                        if (p.last() != null) {
                                            var kinds = new HashMap<String, Seen.Times>();
                                            p.kinds()
                                                    .forEach(
                                                            (kind, times) ->
                                                                    kinds.put(
                                                                            kind,
                                                                            new Seen.Times(
                                                                                    times,
                                                                                    p.last())));
                                            seen.add(
                                                    new Seen(
                                                            id,
                                                            p.last(),
                                                            p.last(),
                                                            p.kinds().values().stream()
                                                                    .mapToInt(n -> n)
                                                                    .sum(),
                                                            kinds));
                                        }
                                    }
                                    identities.saw(seen);
                                    return ids;
                                }));
    }

    private static Key key(Someone p) {
        return new Key(p.platform() + ":T1", p.id());
    }

    private static Told told(Someone p) {
        return new Told(
                key(p),
                p.fields(),
                p.bot(),
                p.staff(),
                false,
                p.tags(),
                p.notes(),
                p.joined(),
                p.left(),
                true,
                Instant.parse("2026-03-01T12:00:00Z"),
                Instant.parse("2026-03-01T12:00:00Z"),
                null,
                null);
    }
}
