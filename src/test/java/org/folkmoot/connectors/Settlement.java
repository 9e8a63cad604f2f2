package org.folkmoot.connectors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What every made-up community needs: to be found, to take something in, and to be looked into.
@Component
@NullUnmarked
public class Settlement {

    private final Town town;
    private final Intaking intaking;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Settlement(
            Town town, Intaking intaking, JdbcClient db, PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Community found(List<? extends Found> all) {
        var here = town.found();
        take(here, all);
        return here;
    }

    /// Takes it in as an import does.
    public void take(Community here, List<? extends Found> all) {
        intaking.take(here, new ArrayList<>(all));
    }

    public <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    /// The same in one transaction, for looking into tables.
    public <T> T within(Community here, Callable<T> work) {
        return in(
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

    public long identity(Community here, String source, String id) {
        return account(here, "identity_id", source, id);
    }

    public long member(Community here, String source, String id) {
        return account(here, "member_id", source, id);
    }

    private long account(Community here, String column, String source, String id) {
        return within(
                here,
                () ->
                        db.sql(
                                        "select %s from members.report_account where community_id = folkmoot.community() and source = :source and external_id = :id"
                                                .formatted(column))
                                .param("source", source)
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    public long number(Community here, String sql) {
        return within(here, () -> db.sql(sql).query(Long.class).single());
    }

    public int change(Community here, String sql) {
        return within(here, () -> db.sql(sql).update());
    }

    public List<String> lines(Community here, String sql) {
        return within(here, () -> db.sql(sql).query(String.class).list());
    }
}
