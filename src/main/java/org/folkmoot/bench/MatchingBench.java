package org.folkmoot.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.community.Communities;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Importer;
import org.folkmoot.connectors.Imports;
import org.folkmoot.connectors.git.MailmapTruth;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.identity.Matching;
import org.folkmoot.identity.Pair;
import org.folkmoot.identity.Suggestions;
import org.folkmoot.members.Account;
import org.folkmoot.members.IdentityNews;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How right the matcher is about a real history, told by that history's own `.mailmap`, which the
/// import leaves aside.
@Component
public class MatchingBench {

    private final Communities communities;
    private final Imports imports;
    private final Importer importer;
    private final Matching matching;
    private final Suggestions suggestions;
    private final IdentityNews news;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    MatchingBench(
            Communities communities,
            Imports imports,
            Importer importer,
            Matching matching,
            Suggestions suggestions,
            IdentityNews news,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.communities = communities;
        this.imports = imports;
        this.importer = importer;
        this.matching = matching;
        this.suggestions = suggestions;
        this.news = news;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How right one way of telling was, pairs of identities counted.
    ///
    /// @param pairs how many pairs are one person
    public record Row(String what, long pairs, double precision, double recall) {}

    /// @param covered how many of the identities the `.mailmap` names
    public record Result(int identities, int covered, List<Row> rows) {}

    /// Imports a git repository without its `.mailmap`, matches, and compares.
    public Result git(Path repository) throws Exception {
        var community =
                communities.create("bench", "Bench", "developer", "Europe/Berlin", "en", false);
        return Here.in(
                community.id(),
                () -> {
                    bring(repository);
                    matching.run();
                    var certain =
                            suggestions.certain(null, Integer.MAX_VALUE).stream()
                                    .map(m -> m.pair())
                                    .toList();
                    var asked =
                            suggestions.best(Integer.MAX_VALUE).stream()
                                    .map(s -> s.match().pair())
                                    .toList();
                    return judge(repository, certain, asked);
                });
    }

    private Result judge(Path repository, List<Pair> certain, List<Pair> asked) throws Exception {
        var accounts = accounts();
        var names = new HashMap<String, Set<String>>();
        var keys = new HashMap<Long, String>();
        for (var account : accounts) {
            keys.put(account.identity(), account.externalId());
            names.put(account.externalId(), names(account));
        }
        var truth = MailmapTruth.people(repository, names);
        var byName = new Clusters();
        var forms = new HashMap<String, String>();
        names.forEach(
                (address, all) -> {
                    for (var name : all) {
                        var form = address + "\t" + name;
                        byName.join(address, "name " + name.toLowerCase(Locale.ROOT));
                        byName.join(form, address);
                        if (truth.containsKey(address)) {
                            forms.put(form, Objects.requireNonNull(truth.get(address)));
                        }
                    }
                });
        var rows = new ArrayList<Row>();
        rows.add(row("same address or same name, over names and addresses", byName, forms));
        rows.add(row("same name, over identities", byName, truth));
        var one = new Clusters();
        for (var account : accounts) { // an import merges what is certain by itself
            one.join(account.externalId(), "member " + account.member());
        }
        join(one, certain, keys);
        rows.add(row("certain", one, truth));
        join(one, asked, keys);
        rows.add(row("certain and suggested", one, truth));
        return new Result(accounts.size(), truth.size(), rows);
    }

    private static void join(Clusters clusters, List<Pair> pairs, Map<Long, String> keys) {
        for (var pair : pairs) {
            clusters.join(
                    Objects.requireNonNull(keys.get(pair.one())),
                    Objects.requireNonNull(keys.get(pair.other())));
        }
    }

    private static Row row(String what, Clusters clusters, Map<String, String> truth) {
        var score = clusters.against(truth);
        return new Row(what, score.pairs(), score.right(), score.found());
    }

    private List<Account> accounts() {
        return Objects.requireNonNull(
                transaction.execute(
                        _ ->
                                news.accounts(
                                        db.sql(
                                                        "select identity_id from members.report_account where community_id = folkmoot.community()")
                                                .query((row, _) -> row.getLong(1))
                                                .list())));
    }

    private static Set<String> names(Account account) {
        var all = new LinkedHashSet<String>();
        var name = account.get("name");
        var aka = account.get("aka");
        if (aka != null) {
            aka.lines().forEach(all::add);
        }
        if (name != null) {
            all.add(name);
        }
        return all;
    }

    private void bring(Path repository) throws Exception {
        try (var tree = Tree.of(repository)) {
            var plan =
                    imports.plan(
                            "git",
                            String.valueOf(repository.getFileName()),
                            repository.toString(),
                            Map.of("no-mailmap", "true"),
                            tree.fingerprint(),
                            "bench");
            var done = importer.run(plan.id(), _ -> {});
            if (done.state() != Import.State.DONE) {
                throw new IllegalStateException(
                        "The import ended as " + done.state() + ": " + done.problem());
            }
        }
    }
}
