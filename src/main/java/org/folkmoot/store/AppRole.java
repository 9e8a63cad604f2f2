package org.folkmoot.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The role the application signs in as: no owner of tables, no superuser, bound by row-level
/// security.
final class AppRole {

    private final DatabaseAddress address;

    AppRole(DatabaseAddress address) {
        this.address = address;
    }

    /// @throws SQLException with a sentence for the operator when it is missing and may not be made
    void ensure(Connection owner) throws SQLException {
        if (signsIn()) {
            return;
        }
        try (var statement = owner.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nobypassrls nocreatedb nocreaterole;
                        end if;
                    end $$;
                    alter role %1$s password '%2$s';
                    """
                            .formatted(DatabaseAddress.APP_ROLE, address.appPassword()));
        } catch (SQLException e) {
            throw new SQLException(
                    "The database user %s may not create the role %s. Give it CREATEROLE once, or create the role by hand (docs/operating.md)."
                            .formatted(address.owner(), DatabaseAddress.APP_ROLE),
                    e);
        }
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
