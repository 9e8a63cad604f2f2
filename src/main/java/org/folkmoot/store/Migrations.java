package org.folkmoot.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Brings the database to this version's tables: one folder of migrations and one schema a module,
/// in the order in which modules may know each other. Skipped whole when nothing changed since the
/// last start.
final class Migrations {

    static final List<String> MODULES =
            List.of(
                    "folkmoot",
                    "access",
                    "community",
                    "members",
                    "consent",
                    "activity",
                    "fields",
                    "identity",
                    "orbit",
                    "care",
                    "thanks",
                    "connectors",
                    "sources",
                    "listening",
                    "metrics",
                    "organisations",
                    "ties",
                    "privacy",
                    "briefing");

    private final DatabaseAddress address;

    Migrations(DatabaseAddress address) {
        this.address = address;
    }

    void run() throws SQLException, IOException {
        try (var connection = address.open()) {
            oneAtATime(connection);
            var fingerprint = fingerprint();
            new AppRole(address).ensure(connection);
            if (fingerprint.equals(applied(connection))) {
                return;
            }
            for (var module : MODULES) {
                Flyway.configure()
                        .dataSource(address.url(), address.owner(), address.password())
                        .schemas(module)
                        .defaultSchema(module)
                        .table("migration")
                        .locations("classpath:db/migration/" + module)
                        .loggers("slf4j")
                        .load()
                        .migrate();
            }
            remember(connection, fingerprint);
        }
    }

    /// Two first starts may happen at once; the lock ends with the connection.
    private static void oneAtATime(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtext('folkmoot migrations'))");
        }
    }

    static String applied(Connection connection) throws SQLException {
        try (var ask = connection.createStatement()) {
            try (var exists =
                    ask.executeQuery("select to_regclass('folkmoot.state') is not null")) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return "";
                }
            }
            try (var found = ask.executeQuery("select migrations from folkmoot.state")) {
                return found.next() ? found.getString(1) : "";
            }
        }
    }

    private static void remember(Connection connection, String fingerprint) throws SQLException {
        try (var update = connection.prepareStatement("update folkmoot.state set migrations = ?")) {
            update.setString(1, fingerprint);
            update.executeUpdate();
        }
    }

    /// Tells sets of migrations, and so shapes of tables, apart.
    static String fingerprint() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/*.sql");
            for (var file :
                    java.util.Arrays.stream(files)
                            .sorted(Comparator.comparing(Resource::getFilename))
                            .toList()) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
