package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes several accounts one person, and parts them again. Each is a step in a log; who is one
/// person follows from the steps that hold, so undoing any of them, in any order, gives what would
/// have been without it. Only pointers move: no activity is touched, whatever the history's size.
@Service
@Transactional
public class Merging {

    /// So many of those left behind are told apart by name from somebody who is parted.
    private static final int TOLD_APART = 500;

    private final Steps steps;
    private final WhoIsWho known;
    private final Never never;
    private final Belonging belonging;
    private final Settling settling;
    private final Trail trail;

    Merging(
            Steps steps,
            WhoIsWho known,
            Never never,
            Belonging belonging,
            Settling settling,
            Trail trail) {
        this.steps = steps;
        this.known = known;
        this.never = never;
        this.belonging = belonging;
        this.settling = settling;
        this.trail = trail;
    }

    /// Two identities that are to be one person, and why.
    public record Claim(Pair pair, List<Evidence> evidence) {
        public Claim {
            evidence = List.copyOf(evidence);
        }
    }

    /// What was done at once.
    ///
    /// @param batch to undo it by
    /// @param merged how many were two and are one now
    public record Done(long batch, int merged) {}

    /// Merges by hand. What was said to be two people before is taken back.
    ///
    /// @throws Refusal.NotFound when an identity is not here
    /// @throws Refusal.Unusable when they are one person already
    public Done merge(Pair pair, List<Evidence> evidence) {
        return join(List.of(pair.one(), pair.other()), evidence);
    }

    /// The same for any number of people.
    ///
    /// @param identities one of each
    public Done join(List<Long> identities, List<Evidence> evidence) {
        var ground = settling.ground(identities);
        var first = identities.getFirst();
        var fresh =
                identities.stream()
                        .filter(other -> ground.after().join(first, other))
                        .map(other -> new Steps.Fresh(first, other, evidence))
                        .toList();
        if (fresh.isEmpty()) {
            throw new Refusal.Unusable(
                    "These two are one person already. Someone was quicker: nothing is left to do.");
        }
        never.takeBack(never.among(ground.after().group(first)));
        var batch = steps.newBatch();
        steps.add(batch, fresh, Trail.who());
        settling.settle(ground);
        var with = identities.stream().skip(1).toList();
        record("people merged", first, Map.of("with", with, "batch", batch));
        return new Done(batch, fresh.size());
    }

    /// Gives an identity back to the member it was born with.
    ///
    /// @throws Refusal.Unusable when it stands alone
    public Done part(long identity) {
        return part(
                List.of(identity),
                "This account is a person of its own already.",
                (batch, _) -> record("account parted", identity, Map.of("batch", batch)));
    }

    /// Makes each of these identities a person of its own, whomever they belong to.
    ///
    /// @throws Refusal.Unusable when each is that already
    public Done partAll(Collection<Long> identities) {
        return part(
                identities,
                "Each of these accounts is a person of its own already.",
                (batch, fresh) ->
                        record(
                                "accounts parted",
                                fresh.getFirst().one(),
                                Map.of("accounts", fresh.size(), "batch", batch)));
    }

    /// @param none what is said when nothing is left to do
    private Done part(
            Collection<Long> identities, String none, BiConsumer<Long, List<Steps.Fresh>> tell) {
        var ground = settling.ground(identities);
        var fresh = new ArrayList<Steps.Fresh>();
        var apart = new ArrayList<Pair>();
        for (var identity : identities) {
            var rest = new HashSet<>(ground.after().group(identity));
            if (rest.size() > 1) {
                rest.remove(identity);
                ground.after().part(identity);
                fresh.add(new Steps.Fresh(identity, null, List.of()));
                apart.addAll(apart(identity, rest));
            }
        }
        if (fresh.isEmpty()) {
            throw new Refusal.Unusable(none);
        }
        var batch = steps.newBatch();
        steps.add(batch, fresh, Trail.who());
        never.say(apart, Trail.who());
        settling.settle(ground);
        tell.accept(batch, fresh);
        return new Done(batch, 0);
    }

    /// Gives an identity to somebody else.
    ///
    /// @param other an identity of the one it belongs to
    public Done move(long identity, long other) {
        var ground = settling.ground(List.of(identity, other));
        if (ground.after().together(identity, other)) {
            throw new Refusal.Unusable("This account belongs to that person already.");
        }
        var rest = new HashSet<>(ground.after().group(identity));
        rest.remove(identity);
        ground.after().part(identity);
        ground.after().join(identity, other);
        never.takeBack(never.among(ground.after().group(other)));
        never.say(apart(identity, rest), Trail.who());
        var fresh = new ArrayList<Steps.Fresh>();
        if (!rest.isEmpty()) {
            fresh.add(new Steps.Fresh(identity, null, List.of()));
        }
        fresh.add(new Steps.Fresh(identity, other, List.of()));
        var batch = steps.newBatch();
        steps.add(batch, fresh, Trail.who());
        settling.settle(ground);
        record("account moved", identity, Map.of("to", other, "batch", batch));
        return new Done(batch, 1);
    }

    /// Undoes all of a batch that still holds.
    ///
    /// @return how many steps were undone
    /// @throws Refusal.Unusable when none is left
    public int undoBatch(long batch) {
        settling.takeTurn();
        return undo(steps.ofBatch(batch));
    }

    /// Undoes single steps, as if they had never been.
    ///
    /// @throws Refusal.NotFound when one is not here
    /// @throws Refusal.Unusable when none holds any more
    public int undo(Collection<Long> ids) {
        settling.takeTurn();
        var named = steps.named(ids);
        if (named.size() < Set.copyOf(ids).size()) {
            throw new Refusal.NotFound("This merge");
        }
        return undo(named.stream().filter(step -> step.undoneBy() == null).toList());
    }

    private int undo(List<Step> undone) {
        if (undone.isEmpty()) {
            throw new Refusal.Unusable("This was undone already. Nothing is left to do.");
        }
        var ground = known.without(undone);
        steps.undo(undone, Trail.who());
        var apart = new ArrayList<Pair>();
        for (var step : undone) {
            if (step.other() == null) {
                never.takeBack(never.among(ground.after().group(step.one())));
            } else if (!ground.after().together(step.one(), step.other())) {
                apart.add(new Pair(step.one(), step.other()));
            }
        }
        never.say(apart, Trail.who());
        settling.settle(ground);
        record(
                "merge undone",
                undone.getFirst().one(),
                Map.of("steps", undone.stream().map(Step::id).toList()));
        return undone.size();
    }

    private static List<Pair> apart(long identity, Set<Long> rest) {
        return rest.stream().limit(TOLD_APART).map(other -> new Pair(identity, other)).toList();
    }

    private void record(String action, long identity, Map<String, ?> details) {
        var member = belonging.membersOf(List.of(identity)).get(identity);
        trail.record(action, "member", String.valueOf(member), details);
    }
}
