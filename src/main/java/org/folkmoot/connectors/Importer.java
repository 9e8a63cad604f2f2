package org.folkmoot.connectors;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings an export in, page by page. Each page and how far it got are one transaction, so that a
/// run that is killed anywhere goes on with the next finding: it reads the export again and passes
/// over what was handled.
@Service
public class Importer {

    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private static final int LOCK_CLASS = 7264;

    private final Formats formats;
    private final Imports imports;
    private final Ingest ingest;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importer(
            Formats formats,
            Imports imports,
            Ingest ingest,
            DataSource source,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.formats = formats;
        this.imports = imports;
        this.ingest = ingest;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Works on a planned import until it is over.
    ///
    /// @param watch told after each page; may be called often
    /// @return the import as it ended
    /// @throws Refusal.Unusable when another process is working on it
    public Import run(long id, Consumer<Import> watch) {
        return run(id, watch, this::open);
    }

    /// The same for findings that come from elsewhere than a file: the demo.
    public Import tell(long id, Consumer<Finds> teller) {
        return run(id, _ -> {}, plan -> new PageReader(teller::accept, () -> 0, 0, () -> {}, plan));
    }

    /// Opens whatever says an import's findings.
    private interface Opening {
        PageReader open(Import plan) throws IOException;
    }

    private PageReader open(Import plan) throws IOException {
        var tree = Tree.of(java.nio.file.Path.of(plan.path()));
        try {
            return PageReader.of(formats.named(plan.format()), tree, plan);
        } catch (RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    private Import run(long id, Consumer<Import> watch, Opening opening) {
        try (var lock = source.getConnection()) {
            if (!claim(lock, id)) {
                throw new Refusal.Unusable("This import is already running.");
            }
            try {
                work(imports.get(id), watch, opening);
            } finally {
                release(lock, id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away during an import", e);
        }
        return imports.get(id);
    }

    private void work(Import plan, Consumer<Import> watch, Opening opening) {
        imports.start(plan.id(), clock.instant());
        try (var reader = opening.open(plan)) {
            take(plan, reader, watch);
            imports.end(plan.id(), Import.State.DONE, clock.instant(), null);
        } catch (Stopped e) {
            imports.end(plan.id(), Import.State.STOPPED, clock.instant(), null);
        } catch (IOException e) {
            imports.end(
                    plan.id(),
                    Import.State.FAILED,
                    clock.instant(),
                    Objects.requireNonNullElse(e.getMessage(), "The export cannot be read."));
        } catch (RuntimeException | Error e) {
            log.error("Import {} of community failed", plan.id(), e);
            imports.end(
                    plan.id(),
                    Import.State.FAILED,
                    clock.instant(),
                    "Something went wrong on our side. What was brought in so far is safe; run it again to go on.");
            throw e;
        }
    }

    private void take(Import plan, PageReader reader, Consumer<Import> watch) throws IOException {
        Map<String, Integer> sources = new HashMap<>();
        for (var batch = reader.next(); batch != null; batch = reader.next()) {
            var page = batch;
            var met = new HashMap<>(sources);
            var stop = transaction.execute(_ -> write(plan, page, met));
            sources = met;
            watch.accept(imports.get(plan.id()));
            if (Boolean.TRUE.equals(stop)) {
                throw new Stopped();
            }
        }
    }

    private static boolean claim(Connection lock, long id) throws SQLException {
        return ask(lock, "select pg_try_advisory_lock(?, ?)", id);
    }

    private static void release(Connection lock, long id) throws SQLException {
        ask(lock, "select pg_advisory_unlock(?, ?)", id);
    }

    private static boolean ask(Connection lock, String question, long id) throws SQLException {
        try (var statement = lock.prepareStatement(question)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, (int) (id % Integer.MAX_VALUE));
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /// Somebody asked to stop.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private boolean write(Import plan, PageReader.Batch batch, Map<String, Integer> sources) {
        var taken = ingest.take(batch.page(), sources);
        imports.refuse(plan.id(), taken.refused());
        return imports.progress(
                plan.id(), batch.position(), taken.counts(), batch.bytesRead(), batch.bytesTotal());
    }
}
