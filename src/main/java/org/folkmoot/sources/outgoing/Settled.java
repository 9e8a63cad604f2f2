package org.folkmoot.sources.outgoing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Numbers are given before what has them is to be seen: those up to the last there was are all
/// there once every transaction has ended that ran when it was read.
@Component
class Settled implements Horizon {

    private final JdbcClient db;
    private final Map<Key, Mark> marks = new ConcurrentHashMap<>();

    Settled(JdbcClient db) {
        this.db = db;
    }

    private record Key(CommunityId community, String feed) {}

    /// @param upTo all up to it are there
    /// @param next the last there was when it was read
    /// @param ended all transactions before this one must have ended for `next` to count
    private record Mark(long upTo, long next, long ended) {}

    /// 0 until it is known: some rounds after a start.
    @Override
    @Transactional
    public long upTo(Feed feed) {
        return marks.compute(
                        new Key(Here.community(), feed.key()),
                        (_, before) -> {
                            if (before == null) {
                                return new Mark(0, feed.last(), mine());
                            }
                            if (oldest() < before.ended()) {
                                return before;
                            }
                            var last = feed.last();
                            return last == before.next()
                                    ? new Mark(last, last, before.ended())
                                    : new Mark(before.next(), last, mine());
                        })
                .upTo();
    }

    /// The oldest transaction that still runs.
    private long oldest() {
        return db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /// The number of our own transaction: whoever has a smaller one began to write before.
    private long mine() {
        return db.sql("select pg_current_xact_id()::text::bigint").query(Long.class).single();
    }
}
