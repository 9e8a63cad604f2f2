package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {

    private static final Progress UNHEARD = _ -> {};
    private static @Nullable String pattern;
    private static int next;

    @TempDir Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Connection source;
    private Path uploads;
    private Path file;

    @BeforeEach
    void somethingToKeep() throws Exception {
        source = database();
        uploads = Files.createDirectories(folder.resolve("uploads"));
        file = folder.resolve("backup.zip");
        run(
                source,
                """
                insert into community.community (slug, name, kind, timezone)
                values ('moot', E'Zoë\\\\ & 山田花子\\tمحمد\\n', 'user', 'UTC'), ('second', 'Second', 'brand', 'UTC');
                insert into access.account (email, name) select 'ada' || n || '@example.org', 'Ada' from generate_series(1, 500) n;
                insert into access.teammate (community_id, account_id, role) select 1, id, 'lead' from access.account;
                insert into access.trail (community_id, who, action) select 1 + n % 2, 'Grace', 'signed in' from generate_series(1, 300) n;
                insert into access.session values (repeat('s', 36), repeat('t', 36), 1, 1, 1, 1, 'mallory');
                """);
        Files.createDirectories(uploads.resolve("1"));
        Files.writeString(uploads.resolve("1/Ärger.csv"), "name\nZoë\n");
    }

    @AfterEach
    void close() throws Exception {
        for (var closeable : open) {
            closeable.close();
        }
    }

    @Test
    void whatComesBackIsWhatWasThere() throws Exception {
        var manifest = write();
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(manifest.rows()).isEqualTo(1302);
        var target = database();
        var there = folder.resolve("there/uploads");
        restore(target, there, false);
        assertThat(contents(target)).isEqualTo(contents(source));
        assertThat(there.resolve("1/Ärger.csv"))
                .hasSameTextualContentAs(uploads.resolve("1/Ärger.csv"));
        assertThat(one(target, "select count(*) from access.session")).isEqualTo("0");
        run(target, "insert into access.account (email, name) values ('new@example.org', 'Linus')");
        assertThat(one(target, "select max(id) from access.account")).isEqualTo("501");
    }

    @Test
    void aBackupMadeWhilePeopleWorkIsOfOneMoment() throws Exception {
        var stop = new AtomicBoolean();
        var worker = another(source);
        try (var hands = Executors.newSingleThreadExecutor()) {
            var work =
                    hands.submit(
                            () -> {
                                worker.setAutoCommit(false);
                                for (int n = 0; !stop.get(); n++) {
                                    run(
                                            worker,
                                            """
                                            insert into access.account (email, name) values ('pair%1$d@example.org', 'Pair');
                                            insert into access.trail (community_id, who, action) values (1, 'Pair', 'joined');
                                            """
                                                    .formatted(n));
                                    worker.commit();
                                }
                                return null;
                            });
            while (one(source, "select count(*) > 20 from access.trail where who = 'Pair'")
                    .equals("f")) {
                Thread.sleep(5);
            }
            source = another(source);
            write();
            stop.set(true);
            work.get();
        }
        var target = database();
        restore(target, folder.resolve("there/uploads"), false);
        var accounts = one(target, "select count(*) from access.account where name = 'Pair'");
        assertThat(Integer.parseInt(accounts)).isGreaterThan(20);
        assertThat(one(target, "select count(*) from access.trail where who = 'Pair'"))
                .isEqualTo(accounts);
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenTold() throws Exception {
        write();
        var target = database();
        run(
                target,
                "insert into access.account (email, name) values ('mallory@example.org', 'Mallory')");
        assertThatThrownBy(() -> restore(target, folder.resolve("there/uploads"), false))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("already something here (in access.account)");
        restore(target, folder.resolve("there/uploads"), true);
        assertThat(contents(target)).isEqualTo(contents(source));
    }

    @Test
    void aDamagedFileChangesNothing() throws Exception {
        write();
        var whole = Files.readAllBytes(file);
        for (int at = 40; at < whole.length; at += Math.max(1, whole.length / 200)) {
            var bent = whole.clone();
            bent[at] ^= 0x10;
            Files.write(file, bent);
            refusedOrSame();
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        refused("damaged");
        Files.writeString(file, "not a zip");
        refused("damaged");
    }

    @Test
    void aFileMadeToHarmIsRefused() throws Exception {
        write();
        var whole = folder.resolve("whole.zip");
        Files.move(file, whole);
        forge(whole, json -> json.replace("1/Ärger.csv", "../../escaped"));
        refused("outside of its folder");
        forge(whole, json -> json.replace("\"access.account\"", "\"pg_catalog.pg_authid\""));
        refused("missing");
        forge(whole, json -> json.replaceFirst("\"bytes\":\\d+", "\"bytes\":99999999999999"));
        refused("more than it can");
        forge(whole, json -> json.replaceFirst("\"email\"", "\"email\\\\\" from stdin; --\""));
        refused("other tables");
        forge(whole, json -> json.replaceFirst("\"migrations\":\"\\w+", "\"migrations\":\"older"));
        refused("another version");
        forge(whole, json -> json.replaceFirst("\"format\":1", "\"format\":2"));
        refused("another format");
        forge(whole, _ -> "[1,2");
        refused("manifest cannot be read");
        forge(whole, _ -> "{\"format\":1}");
        refused("manifest cannot be read");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("channels.json"));
        }
        refused("not a backup");
        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void moreThanTheDiskHoldsIsRefusedBeforeItIsUnpacked() throws Exception {
        write();
        try (var backup = new BackupFile(file)) {
            assertThatThrownBy(() -> backup.verify(10, UNHEARD))
                    .hasMessageContaining("room for 10");
        }
    }

    private Manifest write() throws Exception {
        return new BackupWriter(source, uploads, UNHEARD).write(file);
    }

    private void restore(Connection target, Path to, boolean force) throws Exception {
        Files.createDirectories(to.getParent());
        try (var backup = new BackupFile(file)) {
            backup.verify(Long.MAX_VALUE, UNHEARD);
            new Restoration(backup, target, to, UNHEARD).run(force);
        }
    }

    private void refused(String why) throws Exception {
        var target = database();
        assertThatThrownBy(() -> restore(target, folder.resolve("refused/uploads"), false))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining(why);
        assertThat(one(target, "select count(*) from access.account")).isEqualTo("0");
        assertThat(folder.resolve("refused/uploads")).doesNotExist();
    }

    /// A bent bit is found, or was in a place that says nothing (a date, an attribute).
    private void refusedOrSame() throws IOException {
        try (var backup = new BackupFile(file)) {
            backup.verify(Long.MAX_VALUE, UNHEARD);
            for (var table : backup.manifest().tables()) {
                try (var in = backup.open(table, Manifest.tableEntry(table.name()));
                        var read = new Counted(OutputStream.nullOutputStream())) {
                    in.transferTo(read);
                    assertThat(read.sha256Digits()).isEqualTo(table.sha256());
                }
            }
        } catch (Refusal.Unusable e) {
            assertThat(e.getMessage()).contains(file.toString());
        }
    }

    private void forge(Path whole, UnaryOperator<String> manifest) throws IOException {
        try (var from = new ZipFile(whole.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : from.stream().toList()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var content = from.getInputStream(entry).readAllBytes();
                to.write(
                        entry.getName().equals(Manifest.ENTRY)
                                ? manifest.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
    }

    /// Every table's count and a digest of its rows, in no order; and where each sequence stands.
    private static Map<String, String> contents(Connection db) throws SQLException {
        var found = new LinkedHashMap<String, String>();
        var catalogue = Catalogue.of(db);
        for (var table : catalogue.tables().keySet()) {
            found.put(
                    table,
                    one(
                            db,
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t"
                                    .formatted(table)));
        }
        for (var sequence : catalogue.sequences()) {
            found.put(sequence, one(db, "select last_value || ' ' || is_called from " + sequence));
        }
        return found;
    }

    /// A new, migrated database: a copy of one that was migrated once.
    private Connection database() throws Exception {
        if (pattern == null) {
            pattern = "pattern_" + Instant.now().toEpochMilli();
            create(pattern, "template1");
            new Migrations(named(pattern)).run();
        }
        var name = "%s_%d".formatted(pattern, ++next);
        create(name, pattern);
        var connection = named(name).open();
        open.add(connection);
        return connection;
    }

    private static void create(String name, String from) throws SQLException {
        try (var owner = TestDatabase.address().open()) {
            run(owner, "create database %s template %s".formatted(name, from));
        }
    }

    private static DatabaseAddress named(String name) {
        var server = TestDatabase.address();
        return new DatabaseAddress(
                server.url().replaceFirst("/[^/]*$", "/" + name),
                server.owner(),
                server.password(),
                "");
    }

    private Connection another(Connection like) throws SQLException {
        var server = TestDatabase.address();
        var connection =
                new DatabaseAddress(
                                like.getMetaData().getURL(), server.owner(), server.password(), "")
                        .open();
        open.add(connection);
        return connection;
    }

    private static void run(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection db, String sql) throws SQLException {
        try (var statement = db.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
