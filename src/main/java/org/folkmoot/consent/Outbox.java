package org.folkmoot.consent;

import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.folkmoot.access.Post;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Sends what is due in the community we are in. One process at a time does so, holding an advisory
/// lock on a connection of its own, which the database frees when the process dies: an ask that is
/// still being sent by then is one of which nobody knows whether it arrived.
@Component
class Outbox {

    private static final int LOCK_CLASS = 7265;
    private static final int AT_ONCE = 200;

    private final DataSource source;
    private final Asks asks;
    private final Releasing releasing;
    private final Communities communities;
    private final Post post;

    Outbox(DataSource source, Asks asks, Releasing releasing, Communities communities, Post post) {
        this.source = source;
        this.asks = asks;
        this.releasing = releasing;
        this.communities = communities;
        this.post = post;
    }

    /// Looks at all that is due; nothing while another process does, or without a mail server. In a
    /// community that is made up everything goes its way, and no mail leaves.
    void run(Instant now) {
        var demo = communities.here().demo();
        if ((!demo && !post.open()) || asks.due(now, 1).isEmpty()) {
            return;
        }
        try (var connection = source.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?, ?)")) {
                return;
            }
            try {
                asks.unconfirmed(now);
                for (var ask : asks.due(now, AT_ONCE)) {
                    one(ask.id(), now, demo);
                }
            } finally {
                ask(connection, "select pg_advisory_unlock(?, ?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away while mails were sent", e);
        }
    }

    private void one(long id, Instant now, boolean demo) {
        var letter = releasing.take(id, now);
        if (letter.isPresent()) {
            releasing.end(id, demo ? Post.Outcome.TAKEN : post.hand(letter.get()), now);
        }
    }

    private static boolean ask(java.sql.Connection connection, String question)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, Here.community().value());
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
