package org.folkmoot.connectors;

import java.sql.Connection;
import java.sql.SQLException;

/// Whoever works on an import holds its advisory lock of the database, and loses it with the
/// connection: so an import is worked on once, and a killed process leaves nothing behind.
final class ImportLock {

    static final int CLASS = 7264;

    private ImportLock() {}

    /// What the lock of an import is called, within the class.
    static int of(long id) {
        return (int) (id % Integer.MAX_VALUE);
    }

    static boolean claim(Connection connection, long id) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(?, ?)", id);
    }

    static void release(Connection connection, long id) throws SQLException {
        ask(connection, "select pg_advisory_unlock(?, ?)", id);
    }

    private static boolean ask(Connection connection, String question, long id)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setInt(1, CLASS);
            statement.setInt(2, of(id));
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
