package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.folkmoot.kernel.Refusal;
import org.postgresql.PGConnection;

/// Fills a database and an uploads folder from a verified backup: all of it, or nothing.
final class Restoration {

    private final BackupFile backup;
    private final Connection owner;
    private final Path uploads;
    private final Progress progress;

    /// @param owner bound by no row-level security; its transaction is ours meanwhile
    Restoration(BackupFile backup, Connection owner, Path uploads, Progress progress) {
        this.backup = backup;
        this.owner = owner;
        this.uploads = uploads;
        this.progress = progress;
    }

    void run(boolean force) throws SQLException, IOException {
        var catalogue = Catalogue.of(owner);
        mustFit(catalogue);
        if (!force) {
            mustBeEmpty(catalogue);
        }
        var unpacked = unpackFiles();
        try {
            owner.setAutoCommit(false);
            empty(catalogue);
            triggers(catalogue, "disable");
            for (var table : backup.manifest().tables()) {
                fill(catalogue, table);
            }
            triggers(catalogue, "enable");
            for (var sequence : backup.manifest().sequences()) {
                set(sequence);
            }
            owner.commit();
            owner.setAutoCommit(true);
            DataFolder.remove(uploads);
            Files.move(unpacked, uploads);
        } finally {
            DataFolder.remove(unpacked);
        }
        analyse(catalogue);
    }

    private void mustFit(Catalogue catalogue) throws SQLException {
        var manifest = backup.manifest();
        var tables = manifest.tables().stream().map(Manifest.Part::name).toList();
        var sequences = manifest.sequences().stream().map(Manifest.Sequence::name).toList();
        if (!manifest.migrations().equals(Migrations.applied(owner))) {
            throw new Refusal.Unusable(
                    "This backup was made by another version of Folkmoot. Restore it with that version, then upgrade (docs/operating.md). Nothing was changed.");
        }
        if (!tables.equals(List.copyOf(catalogue.tables().keySet()))
                || !new TreeSet<>(sequences).equals(new TreeSet<>(catalogue.sequences()))
                || !manifest.tables().stream()
                        .allMatch(t -> t.columns().equals(catalogue.tables().get(t.name())))) {
            throw new Refusal.Unusable(
                    "This backup names other tables than this Folkmoot has. Nothing was changed.");
        }
    }

    private void mustBeEmpty(Catalogue catalogue) throws SQLException, IOException {
        try (var ask = owner.createStatement()) {
            for (var table : catalogue.tables().keySet()) {
                try (var row =
                        ask.executeQuery(
                                "select exists (select from %s)"
                                        .formatted(Catalogue.name(table)))) {
                    if (row.next() && row.getBoolean(1)) {
                        throw new Refusal.Unusable(
                                "There is already something here (in %s). Restore into an empty folder, or say --force to replace all of it."
                                        .formatted(table));
                    }
                }
            }
        }
        if (Files.isDirectory(uploads)) {
            try (var files = Files.list(uploads)) {
                if (files.findAny().isPresent()) {
                    throw new Refusal.Unusable(
                            "There are already files in %s. Restore into an empty folder, or say --force to replace all of it."
                                    .formatted(uploads));
                }
            }
        }
    }

    /// Beside the uploads folder, which it replaces when the database has agreed.
    private Path unpackFiles() throws IOException {
        var folder =
                Files.createTempDirectory(
                        Objects.requireNonNull(uploads.toAbsolutePath().getParent()), "restore-");
        for (var file : backup.manifest().files()) {
            progress.at(Manifest.fileEntry(file.name()));
            var to = folder.resolve(file.name()).normalize();
            if (!to.startsWith(folder)) {
                throw new Refusal.Unusable("This backup names a file outside of its folder.");
            }
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            try (var in = backup.open(file, Manifest.fileEntry(file.name()))) {
                Files.copy(in, to);
            }
        }
        return folder;
    }

    private void empty(Catalogue catalogue) throws SQLException {
        var names = new ArrayList<String>();
        for (var table : catalogue.tables().keySet()) {
            names.add(Catalogue.name(table));
        }
        for (var table : new TreeSet<>(Catalogue.SESSIONS)) {
            names.add(Catalogue.name(table));
        }
        execute("truncate " + String.join(", ", names));
    }

    private void fill(Catalogue catalogue, Manifest.Part table) throws SQLException, IOException {
        progress.at(table.name());
        try (var in = backup.open(table, Manifest.tableEntry(table.name()))) {
            var rows =
                    owner.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy %s from stdin".formatted(catalogue.target(table.name())),
                                    in);
            if (rows != table.rows()) {
                throw new Refusal.Unusable(
                        "The backup holds %d rows of %s and says %d. Nothing was changed."
                                .formatted(rows, table.name(), table.rows()));
            }
        }
    }

    /// What a trigger would write is in the backup already.
    private void triggers(Catalogue catalogue, String what) throws SQLException {
        for (var table : catalogue.tables().keySet()) {
            execute("alter table %s %s trigger user".formatted(Catalogue.name(table), what));
        }
    }

    private void set(Manifest.Sequence sequence) throws SQLException {
        try (var set = owner.prepareStatement("select setval(?::regclass, ?, ?)")) {
            set.setString(1, Catalogue.name(sequence.name()));
            set.setLong(2, sequence.last());
            set.setBoolean(3, sequence.called());
            set.execute();
        }
    }

    private void analyse(Catalogue catalogue) throws SQLException {
        progress.at("statistics");
        for (var table : catalogue.tables().keySet()) {
            execute("analyze " + Catalogue.name(table));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
