package org.folkmoot.members;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Hears who comes into segments and who goes.
@Component
class SegmentEars {

    private final List<SegmentChanged> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(SegmentChanged changed) {
        heard.add(changed);
    }

    /// What was heard of a segment.
    List<SegmentChanged> of(long segment) {
        return heard.stream().filter(c -> c.segment() == segment).toList();
    }
}
