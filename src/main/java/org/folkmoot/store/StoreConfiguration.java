package org.folkmoot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/// Opens the data folder and the database, embedded or the operator's own, and migrates it before
/// anybody asks it.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    DataFolder dataFolder(Environment settings) throws IOException {
        return new DataFolder(Path.of(settings.getProperty("folkmoot.data", "data")));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("'${folkmoot.database.url:}' == ''")
    EmbeddedPostgres embeddedPostgres(DataFolder folder) throws IOException {
        return new EmbeddedPostgres(folder);
    }

    @Bean
    DatabaseAddress databaseAddress(ObjectProvider<EmbeddedPostgres> own, Environment settings)
            throws SQLException, IOException {
        var embedded = own.getIfAvailable();
        var address =
                embedded != null
                        ? embedded.address()
                        : new DatabaseAddress(
                                jdbc(settings.getRequiredProperty("folkmoot.database.url")),
                                settings.getProperty("folkmoot.database.user", ""),
                                settings.getProperty("folkmoot.database.password", ""));
        new Migrations(address).run();
        return address;
    }

    private static String jdbc(String url) {
        return url.startsWith("jdbc:")
                ? url
                : "jdbc:" + url.replaceFirst("^postgres:", "postgresql:");
    }

    @Bean
    DataSource dataSource(DatabaseAddress address, Environment settings) {
        var pool = new HikariConfig();
        pool.setPoolName("folkmoot");
        pool.setJdbcUrl(address.url());
        pool.setUsername(DatabaseAddress.APP_ROLE);
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(settings.getProperty("folkmoot.database.pool", Integer.class, 16));
        pool.setMinimumIdle(1);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "folkmoot");
        // the detail names values of the row: an e-mail address would end up in the log
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new CommunityTransactions(dataSource);
    }
}
