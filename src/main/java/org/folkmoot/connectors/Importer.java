package org.folkmoot.connectors;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.folkmoot.activity.Ledger;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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

    private final int pageSize;
    private final Formats formats;
    private final Imports imports;
    private final Runs runs;
    private final RunLock lock;
    private final Ingest ingest;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ObjectProvider<Hindrance> hindrances;

    Importer(
            Formats formats,
            Imports imports,
            Runs runs,
            RunLock lock,
            Ingest ingest,
            Ledger ledger,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock,
            ObjectProvider<Hindrance> hindrances,
            Environment settings) {
        this.pageSize = settings.getProperty("folkmoot.import.page", Integer.class, 40_000);
        this.formats = formats;
        this.imports = imports;
        this.runs = runs;
        this.lock = lock;
        this.ingest = ingest;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
        this.hindrances = hindrances;
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
        return run(
                id,
                _ -> {},
                plan -> new PageReader(new Told(teller), plan.position(), pageSize, clock));
    }

    private Import run(long id, Consumer<Import> watch, Opening opening) {
        lock.holding(id, () -> work(imports.get(id), watch, opening));
        return imports.get(id);
    }

    /// Opens whatever says an import's findings.
    private interface Opening {
        PageReader open(Import plan) throws IOException;
    }

    /// Findings without a file.
    private record Told(Consumer<Finds> teller) implements PageReader.Source {

        @Override
        public void into(Finds finds) {
            teller.accept(finds);
        }
    }

    private PageReader open(Import plan) throws IOException {
        var format = formats.named(plan.format());
        var tree = Tree.of(Path.of(plan.path()));
        try {
            if (plan.position() > 0 && !format.fingerprint(tree).equals(plan.fingerprint())) {
                throw new IOException(
                        "The export changed since this import began. Import it again: what is here"
                                + " already is not stored twice.");
            }
            if (tree.bytesTotal() == 0 && format.readsFiles()) {
                throw new IOException("There is nothing in it: the file is empty.");
            }
            var export = new ExportSource(format, tree, plan.options());
            return new PageReader(export, plan.position(), pageSize, clock);
        } catch (IOException | RuntimeException e) {
            tree.close();
            throw e;
        }
    }

    private void work(Import plan, Consumer<Import> watch, Opening opening) {
        if (!runs.start(plan.id(), clock.instant())) {
            return;
        }
        var hindered =
                imports.begun(plan)
                        ? Optional.<String>empty()
                        : hindrances.stream().flatMap(h -> h.why().stream()).findFirst();
        if (hindered.isPresent()) {
            fail(plan, hindered.get());
            return;
        }
        try (var reader = opening.open(plan)) {
            take(plan, reader, watch);
            // people are compared while the last texts are read for the search
            events.publishEvent(new AccountsCame(Here.community()));
            ledger.finishReading();
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
                    "Something went wrong on our side. What was brought in so far is safe; run it"
                            + " again to go on.");
            throw e;
        }
    }

    /// After the first page, the second, the fourth, the eighth and so on the planner is shown what
    /// came in: what it knew of other communities does not hold here.
    private void take(Import plan, PageReader reader, Consumer<Import> watch) throws IOException {
        Map<String, Integer> sources = new HashMap<>();
        long pages = 0;
        for (var batch = reader.next(); batch != null; batch = reader.next()) {
            var page = batch;
            var met = new HashMap<>(sources);
            var stop = transaction.execute(_ -> write(plan, page, met));
            sources = met;
            if (Long.bitCount(++pages) == 1) {
                transaction.executeWithoutResult(_ -> ledger.lookAgain());
            }
            watch.accept(imports.get(plan.id()));
            if (Boolean.TRUE.equals(stop)) {
                throw new Stopped();
            }
        }
    }

    private boolean write(Import plan, PageReader.Batch batch, Map<String, Integer> sources) {
        runs.commitLater();
        var taken = ingest.take(batch.page(), batch.drafts(), sources);
        runs.refuse(plan.id(), taken.refused());
        return runs.progress(
                plan.id(),
                batch.position(),
                taken.counts(),
                batch.bytesRead(),
                batch.bytesTotal(),
                batch.reading());
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
}
