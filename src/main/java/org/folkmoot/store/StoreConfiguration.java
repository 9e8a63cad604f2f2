package org.folkmoot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.folkmoot.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/// Opens the data folder and the database, embedded or the operator's own, and migrates it before
/// anybody asks it.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StoreSettings storeSettings(Environment settings) {
        return StoreSettings.read(settings);
    }

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(StoreSettings settings) throws IOException {
        var folder = new DataFolder(settings.folder());
        if (settings.server() && !folder.becomeServer()) {
            var where = folder.root();
            folder.close();
            throw new Refusal.Unusable(
                    "Another Folkmoot is running on %s. Stop it first, or use another folder: ./folkmoot --data DIR"
                            .formatted(where));
        }
        return folder;
    }

    /// Made only when the operator gave no database.
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
        return new EmbeddedPostgres(folder);
    }

    @Bean
    DatabaseAddress databaseAddress(
            ObjectProvider<EmbeddedPostgres> embedded, StoreSettings settings)
            throws SQLException, IOException {
        var address = settings.ownDatabase().orElseGet(() -> embedded.getObject().address());
        new Migrations(address).run();
        return address;
    }

    @Bean
    DataSource dataSource(DatabaseAddress address, StoreSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("folkmoot");
        pool.setJdbcUrl(address.url());
        pool.setUsername(DatabaseAddress.APP_ROLE);
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(settings.pool());
        pool.setMinimumIdle(1);
        // a backend keeps what its queries took as long as it lives
        pool.setIdleTimeout(IDLE.toMillis());
        pool.setMaxLifetime(LIFETIME.toMillis());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // our statements take whole pages as arrays: a plan made for ten elements suits no ten
        // thousand
        pool.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
        // the detail names values of the row: an e-mail address would end up in the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty(
                "ApplicationName", settings.server() ? Presence.SERVER : Presence.ERRAND);
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new CommunityTransactions(dataSource);
    }
}
