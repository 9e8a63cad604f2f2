package org.folkmoot.store;

import java.sql.Connection;
import java.sql.SQLException;

/// How the connections of a running server are told from those of a verb on the command line, also
/// on another machine.
final class Presence {

    static final String SERVER = "folkmoot server";
    static final String ERRAND = "folkmoot";

    private Presence() {}

    /// @param app a connection of the application's own role, which may see its sisters
    static boolean serverIsRunning(Connection app) throws SQLException {
        try (var ask =
                app.prepareStatement(
                        """
                        select exists (select from pg_stat_activity
                            where datname = current_database() and usename = current_user and application_name = ?)
                        """)) {
            ask.setString(1, SERVER);
            try (var answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
