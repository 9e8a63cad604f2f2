package org.folkmoot.sources.turns;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One process at a time works on a source, and one source at a time uses up a platform's patience.
/// All turns of a process are advisory locks on one connection of its own, which the database frees
/// when the process dies.
@Component
public class Turns {

    private static final int LOCK_CLASS = 7280;
    private static final int PATIENCE = 5;

    private final DataSource database;
    private final Set<String> mine = new HashSet<>();
    private @Nullable Connection held;

    Turns(DataSource database) {
        this.database = database;
    }

    /// Whether it is our turn now; whoever got it must [#leave].
    public synchronized boolean take(String what) {
        if (mine.contains(what)) {
            return false;
        }
        try {
            if (held == null) {
                held = database.getConnection();
            }
            if (ask(held, "select pg_try_advisory_lock(?, hashtext(?))", what)) {
                mine.add(what);
                return true;
            }
            rest();
            return false;
        } catch (SQLException e) {
            lost();
            throw new IllegalStateException("The database went away before a turn", e);
        }
    }

    /// Whether it is still ours: the database frees all turns when its connection breaks.
    public synchronized boolean holds(String what) {
        try {
            if (held != null && !held.isValid(PATIENCE)) {
                lost();
            }
        } catch (SQLException e) {
            lost();
        }
        return mine.contains(what);
    }

    public synchronized void leave(String what) {
        if (!mine.remove(what) || held == null) {
            return;
        }
        try {
            ask(held, "select pg_advisory_unlock(?, hashtext(?))", what);
            rest();
        } catch (SQLException e) {
            lost(); // and with it all turns: the database has freed them already
        }
    }

    private void rest() throws SQLException {
        if (mine.isEmpty() && held != null) {
            held.close();
            held = null;
        }
    }

    private void lost() {
        mine.clear();
        try (var _ = held) {
            held = null;
        } catch (SQLException e) {
            held = null;
        }
    }

    @PreDestroy
    synchronized void end() {
        lost();
    }

    private static boolean ask(Connection connection, String question, String what)
            throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setString(2, what);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
