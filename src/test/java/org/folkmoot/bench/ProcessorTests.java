package org.folkmoot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.folkmoot.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class ProcessorTests {

    @Autowired Processor processor;
    @Autowired DataSource connections;

    @Test
    void whatAConnectionUsedStaysCountedWhenItEnds() throws Exception {
        assumeThat(Files.exists(Path.of("/proc/self/stat"))).isTrue();
        var before = processor.used();
        long backend;
        try (var connection = connections.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select pg_backend_pid(), (select count(*) from generate_series(1, 3000000))")) {
            row.next();
            backend = row.getLong(1);
        }
        assertThat(processor.used().since(before).database()).isGreaterThan(Duration.ofMillis(100));
        connections.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        await().until(() -> ProcessHandle.of(backend).isEmpty());
        assertThat(processor.used().since(before).database()).isGreaterThan(Duration.ofMillis(100));
    }
}
