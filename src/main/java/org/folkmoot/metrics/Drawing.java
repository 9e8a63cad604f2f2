package org.folkmoot.metrics;

import java.util.List;
import org.springframework.stereotype.Service;

/// What of that which was made drew most, for modules that tell of it: the head of the list behind
/// content engagement.
@Service
public class Drawing {

    private final TalkLists talk;
    private final Within within;

    Drawing(TalkLists talk, Within within) {
        this.talk = talk;
        this.within = within;
    }

    /// @param kind as `Kind.key`
    /// @param engagements replies, reactions and shares of others
    public record Drew(long id, String kind, long engagements) {}

    /// What nobody cared for is left out.
    public List<Drew> most(Ask ask, int most) {
        return talk.items(within.of(ask), most).stream()
                .filter(item -> item.engagements() > 0)
                .map(item -> new Drew(item.id(), item.kind(), item.engagements()))
                .toList();
    }
}
