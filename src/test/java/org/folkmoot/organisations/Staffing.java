package org.folkmoot.organisations;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.Identities;
import org.folkmoot.members.Told;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings people into a community as an import does, and looks where they work.
@Component
@NullUnmarked
class Staffing {

    private final Town town;
    private final Identities identities;
    private final Belonging belonging;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Staffing(
            Town town,
            Identities identities,
            Belonging belonging,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.identities = identities;
        this.belonging = belonging;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T in(Community here, Callable<T> work) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    try {
                                        return work.call();
                                    } catch (RuntimeException e) {
                                        throw e;
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }));
    }

    /// Somebody's account, as told on that day.
    ///
    /// @param fields names and values in turn
    /// @return the member
    long meet(Community here, String id, String at, String... fields) {
        return member(here, account(here, id, at, fields));
    }

    long account(Community here, String id, String at, String... fields) {
        var all = new HashMap<String, String>(Map.of("name", id));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        var key = new Told.Key("slack:T1", id);
        var told =
                new Told(
                        key,
                        all,
                        false,
                        false,
                        false,
                        Set.of(),
                        List.of(),
                        null,
                        null,
                        false,
                        Instant.parse(at + "T12:00:00Z"),
                        Instant.parse("2026-01-01T12:00:00Z"),
                        null,
                        null);
        return in(here, () -> identities.meet(List.of(told), Set.of()).ids().get(key));
    }

    long member(Community here, long account) {
        return in(here, () -> belonging.membersOf(List.of(account)).get(account));
    }

    void gather(Community here, List<List<Long>> groups) {
        in(
                here,
                () -> {
                    belonging.gather(groups);
                    return true;
                });
    }

    static Form form(String name, String names, String domains) {
        return new Form(name, "", "", names, domains);
    }

    /// Where everybody works, and as what: "Ada" -> "Acme member".
    Map<String, String> everybody(Community here) {
        var all = new TreeMap<String, String>();
        in(
                here,
                () ->
                        db.sql(
                                        """
                                        select name, coalesce(organisation, '-') || ' ' || coalesce(role_by_hand, role) from members.member
                                        where community_id = folkmoot.community()
                                        """)
                                .query((row, _) -> all.put(row.getString(1), row.getString(2)))
                                .list());
        return all;
    }

    /// How many people each organisation has, as it is kept and as it is counted.
    List<Map<String, Integer>> counts(Community here) {
        return List.of(
                counts(
                        here,
                        "select key, sum(people) from members.report_tally where kind = 'organisation' and community_id = folkmoot.community() group by key having sum(people) <> 0"),
                counts(
                        here,
                        "select organisation, count(*) from members.member where organisation is not null and standing <> 'nobody' and community_id = folkmoot.community() group by 1"));
    }

    private Map<String, Integer> counts(Community here, String sql) {
        var all = new TreeMap<String, Integer>();
        in(
                here,
                () ->
                        db.sql(sql)
                                .query((row, _) -> all.put(row.getString(1), row.getInt(2)))
                                .list());
        return all;
    }
}
