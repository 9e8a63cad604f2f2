package org.folkmoot.sources.outbox;

import java.util.List;
import org.folkmoot.sources.SaidThere;
import org.springframework.stereotype.Component;

/// What is in the outbox of a connection, as its page lists it.
@Component
class SaidList implements SaidThere {

    private final Outbox outbox;

    SaidList(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public List<One> of(long source, int most) {
        return outbox.of(source, most).stream().map(SaidList::one).toList();
    }

    private static One one(Outgoing o) {
        return new One(
                o.id(),
                o.what().words(),
                o.text().isEmpty() ? o.target() : o.text(),
                o.by(),
                o.createdAt(),
                o.state().words(),
                o.problem(),
                o.url(),
                o.state() == Outgoing.State.HELD && o.tries() == 0,
                o.state() == Outgoing.State.REFUSED || o.state() == Outgoing.State.UNCONFIRMED);
    }
}
