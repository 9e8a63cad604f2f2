package org.folkmoot.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.folkmoot.kernel.Refusal;

/// The role the application signs in as: no owner of tables, no superuser, bound by row-level
/// security.
final class AppRole {

    private final DatabaseAddress address;

    AppRole(DatabaseAddress address) {
        this.address = address;
    }

    /// @throws Refusal.Unusable when it is missing and may not be made
    void ensure(Connection owner) throws SQLException {
        if (!signsIn()) {
            make(owner);
        }
        mustBeBound(owner);
    }

    /// A role that sees every row would make the wall between communities a painting.
    private static void mustBeBound(Connection owner) throws SQLException {
        try (var ask =
                        owner.prepareStatement(
                                "select rolsuper or rolbypassrls from pg_roles where rolname = ?");
                var row = bound(ask)) {
            if (row.next() && row.getBoolean(1)) {
                throw new Refusal.Unusable(
                        "The role %1$s is a superuser or may bypass row security, so communities would not be apart. Take that away: alter role %1$s nosuperuser nobypassrls"
                                .formatted(DatabaseAddress.APP_ROLE));
            }
        }
    }

    private static ResultSet bound(PreparedStatement ask) throws SQLException {
        ask.setString(1, DatabaseAddress.APP_ROLE);
        return ask.executeQuery();
    }

    private void make(Connection owner) {
        try (var statement = owner.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nobypassrls nocreatedb nocreaterole;
                        end if;
                    end $$;
                    alter role %1$s login password '%2$s';
                    """
                            .formatted(
                                    DatabaseAddress.APP_ROLE,
                                    address.appPassword().replace("'", "''")));
        } catch (SQLException e) {
            throw new Refusal.Unusable(
                    "The database user %s may not make the role %s or set its password. Give it CREATEROLE, or make the role by hand and set FOLKMOOT_DATABASE_APP_PASSWORD (docs/operating.md). (%s)"
                            .formatted(address.owner(), DatabaseAddress.APP_ROLE, firstLine(e)));
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private boolean signsIn() {
        try (var _ =
                DriverManager.getConnection(
                        address.url(), DatabaseAddress.APP_ROLE, address.appPassword())) {
            return true;
        } catch (SQLException e) {
            return false; // not there yet, or with an older password
        }
    }
}
