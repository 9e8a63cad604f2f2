package org.folkmoot.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/// Has the database look at all its tables anew and tidy them up, as it does by itself sooner or
/// later.
@Component
public class Vacuum {

    private final DatabaseAddress address;

    Vacuum(DatabaseAddress address) {
        this.address = address;
    }

    public void run() throws SQLException {
        try (var owner =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.password());
                var statement = owner.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }
}
