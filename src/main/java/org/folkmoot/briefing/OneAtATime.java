package org.folkmoot.briefing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Lets one process at a time do something in the community we are in, by an advisory lock on a
/// connection of its own, which the database frees when the process dies.
@Component
class OneAtATime {

    static final int ROUND = 7270;
    static final int LETTERS = 7271;

    private final DataSource source;

    OneAtATime(DataSource source) {
        this.source = source;
    }

    /// Does nothing while another does it.
    void take(int what, Runnable work) {
        try (var connection = source.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?, ?)", what)) {
                return;
            }
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(?, ?)", what);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away in the middle of a round", e);
        }
    }

    private static boolean ask(Connection connection, String question, int what)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setInt(1, what);
            statement.setInt(2, Here.community().value());
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
