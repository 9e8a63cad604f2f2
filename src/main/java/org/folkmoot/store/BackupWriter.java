package org.folkmoot.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything into one zip file, a stream at a time, under one snapshot: people may go on
/// working. The manifest comes last, when all counts and digests are known.
final class BackupWriter {

    private static final int LEVEL = 4;

    private final Connection owner;
    private final Path uploads;
    private final Progress progress;

    /// @param owner bound by no row-level security; its transaction is ours meanwhile
    BackupWriter(Connection owner, Path uploads, Progress progress) {
        this.owner = owner;
        this.uploads = uploads;
        this.progress = progress;
    }

    /// Under another name until it is whole, readable by its owner only.
    Manifest write(Path file) throws IOException, SQLException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Manifest manifest;
            try (var zip =
                    new ZipOutputStream(
                            new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
                zip.setLevel(LEVEL);
                manifest = all(zip);
            }
            Files.move(
                    unfinished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest all(ZipOutputStream zip) throws IOException, SQLException {
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        owner.setReadOnly(true);
        owner.setAutoCommit(false);
        var catalogue = Catalogue.of(owner);
        var at = Instant.now();
        var tables = new ArrayList<Manifest.Part>();
        for (var table : catalogue.tables().entrySet()) {
            tables.add(table(zip, catalogue, table.getKey(), table.getValue()));
        }
        // sequences only go up and know no snapshot: read last, they cover every row above
        var manifest =
                new Manifest(
                        Manifest.FORMAT,
                        Migrations.applied(owner),
                        at,
                        tables,
                        files(zip),
                        sequences(catalogue));
        owner.rollback();
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Part table(
            ZipOutputStream zip, Catalogue catalogue, String table, List<String> columns)
            throws IOException, SQLException {
        progress.at(table);
        zip.putNextEntry(new ZipEntry(Manifest.tableEntry(table)));
        var counted = new Counted(zip);
        var rows =
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy %s to stdout".formatted(catalogue.target(table)), counted);
        zip.closeEntry();
        return new Manifest.Part(table, columns, rows, counted.bytes(), counted.sha256Digits());
    }

    private List<Manifest.Part> files(ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(uploads)) {
            return List.of();
        }
        var parts = new ArrayList<Manifest.Part>();
        try (var all = Files.walk(uploads)) {
            for (var file : all.filter(BackupWriter::isFile).sorted().toList()) {
                var name = uploads.relativize(file).toString().replace('\\', '/');
                progress.at(Manifest.fileEntry(name));
                try (var content = Files.newInputStream(file)) {
                    zip.putNextEntry(new ZipEntry(Manifest.fileEntry(name)));
                    var counted = new Counted(zip);
                    content.transferTo(counted);
                    zip.closeEntry();
                    parts.add(
                            new Manifest.Part(
                                    name, List.of(), 1, counted.bytes(), counted.sha256Digits()));
                } catch (NoSuchFileException e) {
                    // its import ended while we walked: it is no longer part of everything
                }
            }
        }
        return parts;
    }

    /// A link is not followed: it may lead anywhere.
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private List<Manifest.Sequence> sequences(Catalogue catalogue) throws SQLException {
        var found = new ArrayList<Manifest.Sequence>();
        try (var ask = owner.createStatement()) {
            for (var sequence : catalogue.sequences()) {
                try (var row =
                        ask.executeQuery(
                                "select last_value, is_called from " + Catalogue.name(sequence))) {
                    row.next();
                    found.add(new Manifest.Sequence(sequence, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return found;
    }
}
