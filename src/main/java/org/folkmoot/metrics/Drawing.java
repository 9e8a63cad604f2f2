package org.folkmoot.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What of that which was made drew most, for modules that tell of it: the head of the list behind
/// content engagement.
@Service
@Transactional(readOnly = true)
public class Drawing {

    private final Contents contents;
    private final Within within;

    Drawing(Contents contents, Within within) {
        this.contents = contents;
        this.within = within;
    }

    /// @param kind as `Kind.key`
    /// @param engagements replies, reactions and shares of others
    public record Drew(
            long id, String kind, String words, @Nullable String place, long engagements) {}

    /// What nobody cared for is left out.
    public List<Drew> most(Ask ask, int most) {
        return contents.list(within.of(ask), new Listing.Page(1, most)).list().stream()
                .filter(item -> item.engagements() > 0)
                .limit(most)
                .map(
                        item ->
                                new Drew(
                                        item.id(),
                                        item.kind(),
                                        item.title() == null ? "" : item.title(),
                                        item.place(),
                                        item.engagements()))
                .toList();
    }
}
