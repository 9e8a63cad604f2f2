package org.folkmoot.fields;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Communities with people of whom something is to be known, and a teammate's browser.
@Component
@NullUnmarked
class Neighbourhood {

    final Town town;
    private final Intaking intaking;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Neighbourhood(
            Town town, Intaking intaking, JdbcClient db, PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    void take(Community here, Found... found) {
        intaking.take(here, Arrays.asList(found));
    }

    <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    /// The same in one transaction.
    <T> T within(Community here, Callable<T> work) {
        return in(
                here,
                () ->
                        transaction.execute(
                                _ -> {
                                    try {
                                        return work.call();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }));
    }

    /// Accounts by their id at the source.
    Map<String, Long> identities(Community here) {
        return column(here, "id");
    }

    /// Members by their accounts' id at the source.
    Map<String, Long> members(Community here) {
        return column(here, "member_id");
    }

    private Map<String, Long> column(Community here, String name) {
        return within(
                here,
                () -> {
                    var ids = new TreeMap<String, Long>();
                    db.sql(
                                    "select external_id, %s from members.identity where community_id = folkmoot.community()"
                                            .formatted(name))
                            .query(
                                    row -> {
                                        ids.put(row.getString(1), row.getLong(2));
                                    });
                    return ids;
                });
    }

    String trail(Community here) {
        return within(
                here,
                () ->
                        db.sql(
                                        "select coalesce(string_agg(action, ', '), '') from access.trail where community_id = folkmoot.community()")
                                .query(String.class)
                                .single());
    }

    /// @param who their address
    record Desk(MockMvcTester browser, Community here, String who) {

        MvcTestResult get(String path) {
            return browser.get()
                    .uri(URI.create("/c/" + here.slug() + path))
                    .with(Cast.as(who))
                    .exchange();
        }

        MvcTestResult post(String path, Object... form) {
            var request =
                    browser.post().uri(URI.create("/c/" + here.slug() + path)).with(Cast.as(who));
            for (int i = 0; i < form.length; i += 2) {
                request = request.param(form[i].toString(), form[i + 1].toString());
            }
            return request.exchange();
        }

        /// Where the bar after the last action would undo it, below the community's address.
        String undo(MvcTestResult done) {
            return done.getMvcResult().getFlashMap().values().stream()
                    .filter(String[].class::isInstance)
                    .map(flash -> ((String[]) flash)[2].replace("/c/" + here.slug(), ""))
                    .findFirst()
                    .orElse("");
        }
    }
}
