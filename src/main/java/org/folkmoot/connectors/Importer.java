package org.folkmoot.connectors;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings an export in, page by page. Each page and how far it got are one transaction, so that a
/// run that is killed anywhere goes on with the next finding: it reads the export again and passes
/// over what was handled.
@Service
public class Importer {

    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private static final long PAGE_CHARACTERS = 8L << 20;

    /// Findings a page; fewer when their texts are long.
    private final int pageSize;

    private final Formats formats;
    private final Imports imports;
    private final Runs runs;
    private final Ingest ingest;
    private final DataSource source;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Importer(
            Formats formats,
            Imports imports,
            Runs runs,
            Ingest ingest,
            DataSource source,
            PlatformTransactionManager transactions,
            Clock clock,
            Environment settings) {
        this.pageSize = settings.getProperty("folkmoot.import.page", Integer.class, 10_000);
        this.runs = runs;
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
        try (var lock = source.getConnection()) {
            if (!ImportLock.claim(lock, id)) {
                throw new Refusal.Unusable("This import is already running.");
            }
            try {
                work(imports.get(id), watch);
            } finally {
                ImportLock.release(lock, id);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database went away during an import", e);
        }
        return imports.get(id);
    }

    private void work(Import plan, Consumer<Import> watch) {
        if (!runs.start(plan.id(), clock.instant())) {
            return;
        }
        try (var tree = Tree.of(Path.of(plan.path()))) {
            read(plan, tree, watch);
            runs.end(plan.id(), Import.State.DONE, clock.instant(), null);
        } catch (Stopped e) {
            runs.end(plan.id(), Import.State.STOPPED, clock.instant(), null);
        } catch (Paused e) {
            runs.pause(plan.id());
        } catch (IOException e) {
            fail(plan, Problems.inWords(e));
        } catch (Refusal e) {
            fail(plan, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            if (Problems.isFull(e)) {
                fail(
                        plan,
                        "The disk is full. Make room and go on: what was brought in so far is safe.");
                return;
            }
            log.error("Import {} failed", plan.id(), e);
            fail(
                    plan,
                    "Something went wrong on our side. What was brought in so far is safe; run it again to go on.");
            throw e;
        }
    }

    private void read(Import plan, Tree tree, Consumer<Import> watch) throws IOException {
        if (plan.position() > 0 && !tree.fingerprint().equals(plan.fingerprint())) {
            throw new IOException(
                    "The export changed since this import began. Import it again: what is here already is not stored twice.");
        }
        if (tree.bytesTotal() == 0) {
            throw new IOException("There is nothing in it: the file is empty.");
        }
        var run = new Run(plan, tree, watch);
        for (var left : tree.leftOut()) {
            var end = left.lastIndexOf(": ");
            run.add(
                    new Found.Refused(
                            end < 0 ? left : left.substring(0, end),
                            0,
                            "It was left out: " + left.substring(end + (end < 0 ? 1 : 2)) + ".",
                            ""));
        }
        formats.named(plan.format()).read(tree, plan.options(), run::add);
        run.flush();
    }

    private void fail(Import plan, String problem) {
        runs.end(plan.id(), Import.State.FAILED, clock.instant(), problem);
    }

    /// Somebody asked to stop.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /// The process ends; the import goes on at the next start. Thrown by who watches.
    static final class Paused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Paused() {
            super("paused", null, false, false);
        }
    }

    /// One run through an export.
    private final class Run {
        private final Import plan;
        private final Tree tree;
        private final Consumer<Import> watch;
        private final List<Found> page = new ArrayList<>();
        private Map<String, Integer> sources = new HashMap<>();
        private final List<Found.Origin> origins = new ArrayList<>();
        private long characters;
        private long position;

        Run(Import plan, Tree tree, Consumer<Import> watch) {
            this.plan = plan;
            this.tree = tree;
            this.watch = watch;
        }

        void add(Found found) {
            position++;
            if (position <= plan.position()) {
                if (found instanceof Found.Origin origin) {
                    origins.add(origin);
                }
                return;
            }
            page.addAll(origins);
            origins.clear();
            page.add(checked(found));
            if (found instanceof Found.Deed deed && deed.text() != null) {
                characters += deed.text().length();
            }
            if (page.size() >= pageSize || characters > PAGE_CHARACTERS) {
                flush();
            }
        }

        /// A deed that cannot be kept is refused here, where its file is still known.
        private Found checked(Found found) {
            var why =
                    found instanceof Found.Deed deed
                            ? Ingest.wrongWith(deed, clock.instant())
                            : null;
            return why == null
                    ? found
                    : new Found.Refused(tree.reading(), 0, why, found.toString());
        }

        void flush() {
            var before = new HashMap<>(sources);
            try {
                var stop = Objects.requireNonNull(transaction.execute(_ -> write()));
                page.clear();
                characters = 0;
                watch.accept(imports.get(plan.id()));
                if (stop) {
                    throw new Stopped();
                }
            } catch (RuntimeException e) {
                sources = before;
                throw e;
            }
        }

        private boolean write() {
            var taken = ingest.take(page, sources);
            runs.refuse(plan.id(), taken.refused());
            return runs.progress(
                    plan.id(),
                    position,
                    taken.counts(),
                    tree.bytesRead(),
                    tree.bytesTotal(),
                    tree.reading());
        }
    }
}
