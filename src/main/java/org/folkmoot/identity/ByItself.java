package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.members.Claims;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is merged without anybody's hand. Who was said to be two people stays so, also when
/// somebody else would make them one.
@Component
@Transactional
class ByItself {

    private final Steps steps;
    private final Never never;
    private final OneEach oneEach;
    private final Unasked unasked;
    private final Settling settling;
    private final Trail trail;

    ByItself(
            Steps steps,
            Never never,
            OneEach oneEach,
            Unasked unasked,
            Settling settling,
            Trail trail) {
        this.steps = steps;
        this.never = never;
        this.oneEach = oneEach;
        this.unasked = unasked;
        this.settling = settling;
        this.trail = trail;
    }

    /// What was merged, and what was left to a person.
    ///
    /// @param left because they would have two accounts where a person has one
    /// @param alone because one of them is to be left alone
    record Result(Merging.Done done, List<Merging.Claim> left, List<Merging.Claim> alone) {}

    /// Merges what a source told.
    ///
    /// @param by in whose name: "import"
    Result told(Collection<Merging.Claim> claims, String by) {
        return merge(claims, by, false);
    }

    /// Merges what is as good as certain, best first, but for those who would then have two
    /// accounts where a person has one.
    Result certain(Collection<Merging.Claim> claims, String by) {
        return merge(claims, by, true);
    }

    private Result merge(Collection<Merging.Claim> claims, String by, boolean carefully) {
        var identities = new LinkedHashSet<Long>();
        claims.forEach(c -> identities.addAll(List.of(c.pair().one(), c.pair().other())));
        var left = new ArrayList<Merging.Claim>();
        var alone = new ArrayList<Merging.Claim>();
        if (identities.isEmpty()) {
            return new Result(new Merging.Done(0, 0), left, alone);
        }
        var ground = settling.ground(identities);
        var all = ground.after().all();
        var apart = never.among(all);
        var leave = unasked.among(all);
        var accounts = carefully ? oneEach.among(all) : new OneEach.Accounts(Map.of());
        var fresh = new ArrayList<Steps.Fresh>();
        for (var claim : claims) {
            var one = claim.pair().one();
            var other = claim.pair().other();
            var ones = ground.after().group(one);
            var others = ground.after().group(other);
            if (ones.contains(other) || apart.stream().anyMatch(p -> p.between(ones, others))) {
                continue;
            }
            if (!decided(claim)
                    && (!Collections.disjoint(leave, ones)
                            || !Collections.disjoint(leave, others))) {
                alone.add(claim);
            } else if (accounts.twice(claim.pair(), ones, others)) {
                left.add(claim);
            } else {
                ground.after().join(one, other);
                fresh.add(new Steps.Fresh(one, other, claim.evidence()));
            }
        }
        return new Result(keep(ground, fresh, by), left, alone);
    }

    /// Whether a team joined them, elsewhere: whoever moves along is left as they were there.
    private static boolean decided(Merging.Claim claim) {
        return claim.evidence().stream().anyMatch(e -> e.words().equals(Claims.ONE_ELSEWHERE));
    }

    private Merging.Done keep(Ground ground, List<Steps.Fresh> fresh, String by) {
        if (fresh.isEmpty()) {
            return new Merging.Done(0, 0);
        }
        var batch = steps.newBatch();
        steps.add(batch, fresh, by);
        settling.settle(ground);
        trail.record(
                "people merged", by, "batch", Long.toString(batch), Map.of("merged", fresh.size()));
        return new Merging.Done(batch, fresh.size());
    }
}
