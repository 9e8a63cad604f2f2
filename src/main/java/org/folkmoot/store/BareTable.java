package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/// The yardstick of imports: the same rows copied into a table without keys, indexes or rules.
@Component
public class BareTable {

    private final DatabaseAddress address;

    BareTable(DatabaseAddress address) {
        this.address = address;
    }

    /// How long a plain COPY of a query's rows into a bare table takes; the table goes again.
    ///
    /// @param query over the tables of all communities
    /// @param scratch a folder to hold the rows meanwhile
    public Duration copy(String query, Path scratch) throws SQLException, IOException {
        var rows = scratch.resolve("rows.copy");
        try (var owner =
                DriverManager.getConnection(address.url(), address.owner(), address.password())) {
            var copy = owner.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(rows)) {
                copy.copyOut("copy (" + query + ") to stdout", out);
            }
            try (var statement = owner.createStatement()) {
                statement.execute("create table folkmoot.bare as " + query + " limit 0");
                var started = System.nanoTime();
                try (var in = Files.newInputStream(rows)) {
                    copy.copyIn("copy folkmoot.bare from stdin", in);
                }
                var took = Duration.ofNanos(System.nanoTime() - started);
                statement.execute("drop table folkmoot.bare");
                return took;
            }
        } finally {
            Files.deleteIfExists(rows);
        }
    }
}
