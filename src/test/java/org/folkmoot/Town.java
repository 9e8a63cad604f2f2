package org.folkmoot;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Makes communities for tests, each apart from all others.
@Component
public class Town {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Communities communities;

    Town(Communities communities) {
        this.communities = communities;
    }

    public Community found() {
        return found("Europe/Berlin");
    }

    public Community found(String zone) {
        var n = NEXT.incrementAndGet();
        return communities.create("town-" + n, "Town " + n, "open-source", zone, "en", false);
    }

    /// Does something within a community.
    public <T> T in(Community community, Callable<T> work) {
        try {
            return Here.in(community.id(), work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
