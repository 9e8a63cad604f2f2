package org.folkmoot.connectors;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// One process at a time works on an import. It holds an advisory lock for as long, which the
/// database lets go of when the process dies: so whoever looks knows what is really running.
@Component
class RunLock {

    static final int LOCK_CLASS = 7264;

    private final DataSource source;

    RunLock(DataSource source) {
        this.source = source;
    }

    /// What the lock of an import is called.
    static int lock(long id) {
        return (int) (id % Integer.MAX_VALUE);
    }

    /// @throws Refusal.Unusable when another process is working on it
    void holding(long id, Runnable work) {
        try (var connection = source.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?, ?)", id)) {
                throw new Refusal.Unusable("This import is already running.");
            }
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(?, ?)", id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away during an import", e);
        }
    }

    private static boolean ask(Connection connection, String question, long id)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, lock(id));
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
