package org.folkmoot.members;

import java.util.List;
import org.folkmoot.kernel.CommunityId;

/// People came into a segment or went out of it since it was compared last: at most a thousand, and
/// several of these follow each other if there are more. Heard after the commit, outside of any
/// transaction. A listener that missed one while the server was down reads on in
/// [SegmentMoves#after].
///
/// @param last the id of the last of these moves
/// @param entered members who fit now and did not before
/// @param left members who fitted before and do not now; some may not be here any more
public record SegmentChanged(
        CommunityId community, long segment, long last, List<Long> entered, List<Long> left) {

    public SegmentChanged {
        entered = List.copyOf(entered);
        left = List.copyOf(left);
    }
}
