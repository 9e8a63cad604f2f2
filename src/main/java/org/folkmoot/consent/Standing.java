package org.folkmoot.consent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import org.folkmoot.members.Reach;
import org.jspecify.annotations.Nullable;

/// What holds for one person, one purpose and one address of hers, by the most careful reading of
/// all that any of her accounts said: a withdrawal holds, also of another address or account, until
/// the same account takes it back for the same address, or a link sent to this address does.
///
/// @param state what holds
/// @param since the line that decides; null for [State#NONE]
record Standing(State state, @Nullable Entry since) {

    /// What can hold.
    enum State {
        AGREED,
        WITHDRAWN,
        /// She was asked to confirm and has not.
        ASKED,
        NONE
    }

    /// @param entries about this purpose or all purposes, by one channel, of these homes or this
    ///   address; others may be among them as long as they are hers
    /// @param homes of the member
    /// @param address in lower case; empty where the channel has none
    static Standing of(Collection<Entry> entries, Set<Long> homes, String address) {
        var told = entries.stream().sorted(Entry.IN_TIME).toList();
        var proof = -1;
        for (int i = 0; i < told.size(); i++) {
            if (proves(told.get(i), address)) {
                proof = i;
            }
        }
        var last = new LinkedHashMap<String, Entry>();
        told.subList(Math.max(proof, 0), told.size()).stream()
                .filter(Entry::decides)
                .forEach(e -> last.put(e.of(), e));
        var withdrawn = latest(last.values().stream().filter(e -> e.act() == Act.WITHDRAWN));
        if (withdrawn != null) {
            return new Standing(State.WITHDRAWN, withdrawn);
        }
        var agreed = latest(last.values().stream().filter(e -> covers(e, homes, address)));
        if (agreed != null) {
            return new Standing(State.AGREED, agreed);
        }
        var asked =
                latest(
                        told.stream()
                                .filter(e -> e.act() == Act.ASKED && e.address().equals(address)));
        return asked == null ? new Standing(State.NONE, null) : new Standing(State.ASKED, asked);
    }

    /// What holds for one person.
    ///
    /// @param entries of hers and of others
    /// @param address one of hers; empty by hand
    static Standing in(
            Collection<Entry> entries, Reach her, String purpose, Channel channel, String address) {
        var hers =
                entries.stream()
                        .filter(e -> e.channel() == channel)
                        .filter(e -> Set.of(purpose, Purpose.ALL).contains(e.purpose()))
                        .filter(
                                e ->
                                        (e.putOn() != null && her.homes().contains(e.putOn()))
                                                || (!address.isEmpty()
                                                        && e.address().equals(address)))
                        .toList();
        return of(hers, her.homes(), address);
    }

    private static @Nullable Entry latest(java.util.stream.Stream<Entry> entries) {
        return entries.max(Entry.IN_TIME).orElse(null);
    }

    private static boolean proves(Entry e, String address) {
        return e.act() == Act.CONFIRMED && !address.isEmpty() && e.address().equals(address);
    }

    /// Whether it is an agreement of hers that holds for this address.
    private static boolean covers(Entry e, Set<Long> homes, String address) {
        var hers =
                (e.putOn() == null || proves(e, address))
                        ? e.address().equals(address)
                        : homes.contains(e.putOn());
        return hers
                && !e.purpose().equals(Purpose.ALL)
                && (e.address().isEmpty() || e.address().equals(address));
    }
}
