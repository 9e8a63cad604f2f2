package org.folkmoot.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What was said of who is who, and what would be if something else were said.
@Service
@Transactional(readOnly = true)
public class WhoIsWho {

    private static final int MOST = 500;

    private final Steps steps;
    private final Belonging belonging;

    WhoIsWho(Steps steps, Belonging belonging) {
        this.steps = steps;
        this.belonging = belonging;
    }

    /// Groups of identities: those that are no more, and those that come in their stead.
    public record Changes(List<Set<Long>> before, List<Set<Long>> after) {}

    /// What merging would do.
    public Changes ifMerged(Pair pair) {
        var ground = look(List.of(pair.one(), pair.other()));
        ground.after().join(pair.one(), pair.other());
        return ground.changes();
    }

    /// What parting would do.
    public Changes ifParted(long identity) {
        return ifAllParted(List.of(identity));
    }

    /// What parting each of these from everybody would do.
    public Changes ifAllParted(Collection<Long> identities) {
        var ground = look(identities);
        identities.forEach(ground.after()::part);
        return ground.changes();
    }

    /// What giving an identity to the person of another would do.
    public Changes ifMoved(long identity, long other) {
        var ground = look(List.of(identity, other));
        ground.after().part(identity);
        ground.after().join(identity, other);
        return ground.changes();
    }

    /// What undoing would do.
    public Changes ifUndone(Collection<Step> undone) {
        return without(undone).changes();
    }

    /// What was ever said of these identities, newest first.
    public List<Step> history(Collection<Long> identities) {
        return steps.of(identities, MOST);
    }

    /// All that was said before a step, newest first.
    public List<Step> history(long before, int most) {
        return steps.before(before, most);
    }

    /// The steps of a batch that hold.
    public List<Step> batch(long batch) {
        return steps.ofBatch(batch);
    }

    /// These identities and all that hang together with them.
    ///
    /// @throws Refusal.NotFound when one is not here
    Ground look(Collection<Long> identities) {
        if (belonging.membersOf(identities).size() < Set.copyOf(identities).size()) {
            throw new Refusal.NotFound("This account");
        }
        var held = steps.reaching(identities);
        return new Ground(Partition.of(identities, held), Partition.of(identities, held));
    }

    /// What would be if these steps had never been.
    Ground without(Collection<Step> undone) {
        var seeds = new LinkedHashSet<Long>();
        for (var step : undone) {
            seeds.add(step.one());
            seeds.add(Objects.requireNonNullElse(step.other(), step.one()));
        }
        var held = steps.reaching(seeds);
        var before = Partition.of(seeds, held);
        var gone = undone.stream().map(Step::id).collect(Collectors.toSet());
        var rest = held.stream().filter(step -> !gone.contains(step.id())).toList();
        return new Ground(before, Partition.of(before.all(), rest));
    }
}
