package org.folkmoot.organisations;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Employers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Joins two organisations that are one, and parts them again.
@Service
@Transactional
class Mergers {

    private final OrganisationRows rows;
    private final Joinings joinings;
    private final Roots roots;
    private final Employers employers;
    private final Trail trail;

    Mergers(
            OrganisationRows rows,
            Joinings joinings,
            Roots roots,
            Employers employers,
            Trail trail) {
        this.rows = rows;
        this.joinings = joinings;
        this.roots = roots;
        this.employers = employers;
        this.trail = trail;
    }

    /// Says that one is the other.
    ///
    /// @return the step, to undo it
    long merge(long one, long into) {
        rows.alone();
        var both = List.of(rows.draft(one), rows.draft(into));
        if (one == into) {
            throw new Refusal.Unusable("Choose another organisation than itself.");
        }
        if (both.getFirst().staff() != both.getLast().staff()) {
            throw new Refusal.Unusable(
                    "The people of one are staff, those of the other are not. Say the same of both first.");
        }
        Organisations.maySway(both.getFirst().staff());
        var step = joinings.merge(one, into);
        employers.tell(roots.employers(Set.of(one, into)));
        trail.record(
                "organisations merged",
                "organisation",
                into + " " + both.getLast().name(),
                Map.of("other", both.getFirst().name(), "step", step));
        return step;
    }

    /// The same as another Folkmoot had it, of two that are not joined here.
    void bring(long one, long into) {
        if (one != into) {
            joinings.merge(one, into);
            employers.tell(roots.employers(Set.of(one, into)));
        }
    }

    /// As if the step had never been: each has again what it is known by.
    ///
    /// @return the one that is on its own again
    long unmerge(long step) {
        rows.alone();
        var both = joinings.undo(step);
        Organisations.maySway(rows.draft(both.one()).staff());
        employers.tell(roots.employers(Set.of(both.one(), both.into())));
        trail.record(
                "organisations parted",
                "organisation",
                both.one() + " " + rows.draft(both.one()).name(),
                Map.of("step", step));
        return both.one();
    }
}
