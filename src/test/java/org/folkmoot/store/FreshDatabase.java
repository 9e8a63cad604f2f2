package org.folkmoot.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points a Spring context at an empty database of its own, for tests of the very first visit.
public final class FreshDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = TestDatabase.address();
        var name = "fresh_" + NEXT.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(
                                address.url(), address.owner(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        new TestDatabase.Use().initialize(context);
        TestPropertyValues.of(
                        "folkmoot.database.url="
                                + address.url().replaceFirst("/[^/]+$", "/" + name))
                .applyTo(context);
    }
}
