package org.folkmoot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much of the processors was used so far, by this process and by a database on this machine:
/// unlike the clock, that hardly depends on what else the machine does.
@Component
class Processor {

    private final JdbcClient db;

    Processor(JdbcClient db) {
        this.db = db;
    }

    /// @param database nothing where it runs on another machine; of its processes that have ended
    ///     Linux alone tells
    record Used(Duration java, Duration database) {

        Used since(Used before) {
            return new Used(java.minus(before.java), database.minus(before.database));
        }

        /// "12.10 s here and 30.40 s in the database".
        String words() {
            return "%.2f s here and %.2f s in the database"
                    .formatted(java.toMillis() / 1000.0, database.toMillis() / 1000.0);
        }
    }

    Used used() {
        return new Used(of(ProcessHandle.current()), database());
    }

    private Duration database() {
        long backend = db.sql("select pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(backend)
                .flatMap(ProcessHandle::parent)
                .map(p -> p.children().map(Processor::of).reduce(ended(p), Duration::plus))
                .orElse(Duration.ZERO);
    }

    /// What the children of a process used that have ended, as the kernel adds it up for their
    /// parent: `cutime` and `cstime` of proc_pid_stat(5), in hundredths of a second.
    private static Duration ended(ProcessHandle parent) {
        var stat = Path.of("/proc", Long.toString(parent.pid()), "stat");
        if (!Files.isReadable(stat)) {
            return Duration.ZERO;
        }
        try {
            var told = Files.readString(stat);
            // the second field is a name in brackets, which may hold anything
            var fields = told.substring(told.lastIndexOf(')') + 2).split(" ");
            return Duration.ofMillis(
                    10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
