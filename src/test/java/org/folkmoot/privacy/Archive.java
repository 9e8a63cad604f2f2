package org.folkmoot.privacy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Export;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.ReportJson;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Exports in which Ada Lovelace says many things, and ways to see what is left of her.
@Component
@NullUnmarked
class Archive {

    /// What only Ada is called, and what only she said.
    static final List<String> HERS =
            List.of("lovelace", "engines.example", "zanzibar", "adalove", "brilliant");

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final Town town;
    private final Intaking intaking;
    private final Export export;
    private final Metrics metrics;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Archive(
            Town town,
            Intaking intaking,
            Export export,
            Metrics metrics,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.export = export;
        this.metrics = metrics;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    Path slack(Path folder) throws IOException {
        Given.file(
                folder,
                "users.json",
                """
                [{"id":"U0000ADA","team_id":"T1","name":"adalove","real_name":"Ada Lovelace","tz":"Europe/London",
                  "updated":1772000000,"profile":{"email":"ada@engines.example","title":"Countess of Zanzibar"}},
                 {"id":"U0000GRA","team_id":"T1","name":"grace","real_name":"Grace Hopper","updated":1772000000,
                  "profile":{"email":"grace@navy.example"}}]
                """);
        Given.file(folder, "channels.json", "[{\"id\":\"C1\",\"name\":\"general\"}]");
        for (int day = 0; day < 14; day++) {
            var at = MONDAY.plusSeconds(86_400L * day).getEpochSecond();
            Given.file(
                    folder,
                    "general/%s.json"
                            .formatted(
                                    Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC).toLocalDate()),
                    """
                    [{"type":"message","user":"U0000ADA","ts":"%1$d.000100","text":"How is the engine on Zanzibar today?","reply_count":1},
                     {"type":"message","user":"U0000GRA","ts":"%2$d.000200","thread_ts":"%1$d.000100","text":"It runs, <@U0000ADA>."},
                     {"type":"message","user":"U0000ADA","ts":"%3$d.000300","text":"Zanzibar waves","edited":{"user":"U0000ADA","ts":"%3$d.5"},
                      "reactions":[{"name":"tada","users":["U0000GRA","U0000ADA"],"count":2}]},
                     {"type":"message","user":"U0000GRA","ts":"%4$d.000400","text":"Does anybody else know?"},
                     {"type":"message","user":"U0000ADA","ts":"%5$d.000500","text":"<@U0000GRA> Zanzibar knows"},
                     {"type":"message","text":"Ada Lovelace without a time"}]
                    """
                            .formatted(at, at + 600, at + 900, at + 7200, at + 7500));
        }
        return folder;
    }

    Path git(Path folder) throws Exception {
        try (var git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
            for (int n = 0; n < 10; n++) {
                Files.writeString(folder.resolve("engine"), "turn " + n);
                git.add().addFilepattern("engine").call();
                var ada = n % 2 == 0;
                var who =
                        new PersonIdent(
                                ada ? "Ada Lovelace" : "Grace Hopper",
                                ada ? "ada@engines.example" : "grace@navy.example",
                                MONDAY.plusSeconds(90_000L * n),
                                ZoneOffset.UTC);
                git.commit()
                        .setAuthor(who)
                        .setCommitter(who)
                        .setSign(false)
                        .setMessage(ada ? "Sail to Zanzibar" : "Fix a moth")
                        .call();
            }
        }
        return folder;
    }

    Path everything(Community here, Path file) throws IOException {
        var out = new StringWriter();
        town.in(here, () -> export.write(out));
        return Files.writeString(file, out.toString());
    }

    void take(Community here, String format, Path path) {
        intaking.read(here, format, path);
    }

    String numbers(Community here) {
        return town.in(
                here,
                () -> {
                    var whole =
                            metrics.whole(
                                    Ask.of(
                                            here,
                                            Map.of("asOf", "2026-03-20"),
                                            Instant.parse("2026-03-22T09:00:00Z")));
                    var numbers = ReportJson.of(whole.report(), whole.lasting());
                    // how somebody's words sounded goes with the words, and how many were read
                    numbers.remove("sentiment");
                    ((Map<?, ?>) numbers.get("responseTime")).remove("questions");
                    return numbers.toString();
                });
    }

    /// All rows of the community, in whichever table, that hold one of these words: table and row.
    List<String> traces(Community here, List<String> words) {
        var tables =
                db.sql(
                                """
                                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attname = 'community_id'
                                where c.relkind = 'r' and c.relpersistence = 'p' order by 1
                                """)
                        .query(String.class)
                        .list();
        return within(
                here,
                () ->
                        tables.stream()
                                .flatMap(
                                        table ->
                                                db
                                                        .sql(
                                                                "select '%1$s ' || t::text from %1$s t where lower(t::text) like any (:words)"
                                                                        .formatted(table))
                                                        .param(
                                                                "words",
                                                                words.stream()
                                                                        .map(w -> "%" + w + "%")
                                                                        .toArray(String[]::new))
                                                        .query(String.class)
                                                        .list()
                                                        .stream())
                                .toList());
    }

    long number(Community here, String sql) {
        return within(here, () -> db.sql(sql).query(Long.class).single());
    }

    <T> T within(Community here, java.util.function.Supplier<T> work) {
        return town.in(here, () -> transaction.execute(_ -> work.get()));
    }
}
