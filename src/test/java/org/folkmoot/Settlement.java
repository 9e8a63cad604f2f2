package org.folkmoot;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Communities in which people do things, day by day.
@Component
public class Settlement {

    public static final String CHAT = "slack:settlement";

    private final Town town;
    private final Intaking intaking;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private int next;

    Settlement(
            Town town,
            Intaking intaking,
            JdbcTemplate db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Community found(String zone, String... people) {
        var here = town.found(zone);
        take(
                here,
                new Found.Origin(CHAT, "Settlement chat", Markup.SLACK),
                Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                Person.of(CHAT, "Robby")
                        .with(Found.Field.NAME, "Robby")
                        .flag(Person.Flag.BOT, true));
        for (var name : people) {
            take(here, Person.of(CHAT, name).with(Found.Field.NAME, name));
        }
        return here;
    }

    public void take(Community here, Found... found) {
        intaking.take(here, List.of(found));
    }

    public String did(Community here, String who, Kind kind, String at) {
        var id = "d" + next++;
        take(here, Deed.of(CHAT, id, kind, who, Instant.parse(at)).in("C1").saying("So it is."));
        return id;
    }

    public String did(Community here, String who, Kind kind, String at, String under) {
        var id = "d" + next++;
        take(
                here,
                Deed.of(CHAT, id, kind, who, Instant.parse(at))
                        .in("C1")
                        .saying("So it is.")
                        .under(under));
        return id;
    }

    public void deleted(Community here, String id) {
        take(here, new Found.Mark(CHAT, id, Found.Mark.What.DELETED, null, null));
    }

    public <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    public <T> T within(Community here, Callable<T> work) {
        return town.in(
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

    public void change(Community here, String sql) {
        within(here, () -> db.update(sql));
    }

    public long number(Community here, String sql) {
        return within(
                here, () -> java.util.Objects.requireNonNull(db.queryForObject(sql, Long.class)));
    }

    public long member(Community here, String name) {
        return number(
                here,
                "select member_id from members.identity where external_id = '%s'".formatted(name));
    }
}
