package org.folkmoot.identity;

import java.util.Collection;
import java.util.List;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.Sketch;
import org.folkmoot.members.Sketches;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Draws the people whom a change would concern, as they are and as they would be.
@Service
@Transactional(readOnly = true)
class Foresight {

    private static final int DRAWN = 12;

    private final WhoIsWho known;
    private final Sketches sketches;

    Foresight(WhoIsWho known, Sketches sketches) {
        this.known = known;
        this.sketches = sketches;
    }

    /// @param was how many people there are, also those not drawn
    /// @param will how many there would be
    record Preview(List<Sketch> before, List<Sketch> after, int was, int will) {

        /// How many are there or would be that are not drawn.
        int more() {
            return Math.max(was - before.size(), will - after.size());
        }

        boolean nothing() {
            return was == 0 && will == 0;
        }
    }

    /// What joining the people of all these identities would do.
    Preview joining(List<Long> identities) {
        var ground = known.look(identities);
        identities.forEach(other -> ground.after().join(identities.getFirst(), other));
        return drawn(ground.changes());
    }

    Preview parting(long identity) {
        return drawn(known.ifParted(identity));
    }

    Preview partingAll(Collection<Long> identities) {
        return drawn(known.ifAllParted(identities));
    }

    /// @param other an identity of whom it would belong to
    Preview moving(long identity, long other) {
        return drawn(known.ifMoved(identity, other));
    }

    Preview undoing(Collection<Step> steps) {
        return drawn(known.ifUndone(steps));
    }

    private Preview drawn(WhoIsWho.Changes changes) {
        var contacts = Visitor.here().may(Permission.SEE_CONTACT_DATA);
        var before = changes.before().stream().limit(DRAWN).toList();
        var after = changes.after().stream().limit(DRAWN).toList();
        return new Preview(
                sketches.of(before, contacts),
                sketches.of(after, contacts),
                changes.before().size(),
                changes.after().size());
    }
}
