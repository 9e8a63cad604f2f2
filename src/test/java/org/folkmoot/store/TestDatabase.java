package org.folkmoot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// One real embedded database for all tests of a process, used as an external one is: by its
/// address. It need not outlive a power cut, so it waits for no disk.
public final class TestDatabase {

    private static final Path ROOT = Path.of("target", "test-data");
    private static @Nullable EmbeddedPostgres running;

    private TestDatabase() {}

    static synchronized DatabaseAddress address() {
        if (running == null) {
            try {
                Files.createDirectories(ROOT);
                var folder =
                        new DataFolder(Files.createTempDirectory(ROOT.toAbsolutePath(), "run-"));
                running = new EmbeddedPostgres(folder);
                waitForNoDisk(running.address());
                // after the contexts that use it
                SpringApplication.getShutdownHandlers().add(running::close);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return running.address();
    }

    private static void waitForNoDisk(DatabaseAddress address) throws SQLException {
        try (var owner = address.open();
                var statement = owner.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                statement.execute("alter system set " + setting + " = off");
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    /// Points a Spring context at the test database, with a data folder of its own.
    public static final class Use
            implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var address = address();
            try {
                TestPropertyValues.of(
                                "folkmoot.data="
                                        + Files.createTempDirectory(ROOT.toAbsolutePath(), "data-"),
                                "folkmoot.database.url=" + address.url(),
                                "folkmoot.database.user=" + address.owner(),
                                "folkmoot.database.password=" + address.password())
                        .applyTo(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
