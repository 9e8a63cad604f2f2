package org.folkmoot.connectors;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Ledger;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.listening.Listening;
import org.folkmoot.store.Here;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes findings into a community as an import does, page by page.
@Component
public class Intaking {

    private final Ingest ingest;
    private final Imports imports;
    private final Importer importer;
    private final Ledger ledger;
    private final ObjectProvider<Listening> listening;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Intaking(
            Ingest ingest,
            Imports imports,
            Importer importer,
            Ledger ledger,
            ObjectProvider<Listening> listening,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.ingest = ingest;
        this.imports = imports;
        this.importer = importer;
        this.ledger = ledger;
        this.listening = listening;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Import.Counts take(Community community, List<? extends Found> page) {
        try {
            return Here.in(
                    community.id(),
                    () ->
                            transaction.execute(
                                    _ -> ingest.take(List.copyOf(page), new HashMap<>()).counts()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Imports a file, as from the command line.
    public Import read(Community community, String format, Path file) {
        try {
            return Here.in(
                    community.id(),
                    () -> {
                        try (var tree = Tree.of(file)) {
                            var plan =
                                    imports.plan(
                                            format,
                                            "export",
                                            file.toString(),
                                            Map.of(),
                                            tree.fingerprint(),
                                            "Grace");
                            return importer.run(plan.id(), _ -> {});
                        }
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// With all read, for the search and for what asks.
    public List<String> state(Community community) {
        try {
            return Here.in(
                    community.id(),
                    () -> {
                        ledger.finishReading();
                        listening.ifAvailable(Listening::finish);
                        return transaction.execute(_ -> State.of(db));
                    });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
