package org.folkmoot.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.listening.Listening;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.ReportJson;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Communities whose people have several accounts, and all that can be seen of them.
@Component
@NullUnmarked
class Selves {

    static final String CHAT = "slack:T1";
    static final String FORUM = "discourse:lantern";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final List<String> ALL =
            List.of(
                    "select * from members.member m order by id",
                    "select id, member_id, home, name, activities, first_seen, last_seen from members.identity order by id",
                    "select * from members.searched s order by member_id",
                    "select * from members.tag t order by put_on, name",
                    "select * from members.note n order by id",
                    "select * from members.said s order by put_on, field",
                    "select id, kind, counted, starts from activity.activity a order by id",
                    "select * from activity.presence p order by day, identity_id",
                    "select identity_id, kind, times from members.doing d order by identity_id, kind");

    private final Town town;
    private final Intaking intaking;
    private final Metrics metrics;
    private final Listening listening;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Selves(
            Town town,
            Intaking intaking,
            Metrics metrics,
            Listening listening,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.metrics = metrics;
        this.listening = listening;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    /// Everybody named has an account in the chat and one in the forum, asks, answers and is
    /// tagged.
    Community found(String... names) {
        var here = town.found();
        take(
                here,
                new Found.Origin(CHAT, "Chat", Markup.SLACK),
                new Found.Origin(FORUM, "Forum", Markup.MARKDOWN),
                Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                Found.Place.of(FORUM, "F1", "help", Style.FORUM));
        int n = 0;
        for (var name : names) {
            for (var source : List.of(CHAT, FORUM)) {
                n++;
                take(
                        here,
                        Person.of(source, name)
                                .with(
                                        Found.Field.NAME,
                                        name + (source.equals(CHAT) ? " (chat)" : ""))
                                .tagged(java.util.Set.of("all", name + n))
                                .noted(List.of("Met as number " + n)),
                        said(source, name, n, Kind.MESSAGE, null),
                        said(source, names[(n * 7) % names.length], n + 100, Kind.REPLY, "d" + n));
            }
        }
        return here;
    }

    static Deed said(String source, String who, int n, Kind kind, String under) {
        var at = NOON.plus(n % 40, ChronoUnit.DAYS).plus(n * 37L % 600, ChronoUnit.MINUTES);
        var deed =
                Deed.of(source, "d" + n, kind, who, at)
                        .in(source.equals(CHAT) ? "C1" : "F1")
                        .saying("Does it work, %d?".formatted(n));
        return under == null ? deed : deed.under(under);
    }

    void take(Community here, Found... found) {
        intaking.take(here, Arrays.asList(found));
    }

    /// The identities by their source and name.
    Map<String, Long> ids(Community here) {
        return within(
                here,
                () -> {
                    var ids = new TreeMap<String, Long>();
                    db.sql(
                                    "select source, external_id, id from members.identity where community_id = folkmoot.community()")
                            .query(
                                    row -> {
                                        ids.put(
                                                (row.getString(1).equals(CHAT) ? "chat " : "forum ")
                                                        + row.getString(2),
                                                row.getLong(3));
                                    });
                    return ids;
                });
    }

    long member(Community here, long identity) {
        return within(
                here,
                () ->
                        db.sql("select member_id from members.identity where id = :id")
                                .param("id", identity)
                                .query(Long.class)
                                .single());
    }

    /// Every row that tells of people, and every number.
    List<String> everything(Community here) {
        var all = new ArrayList<String>();
        within(
                here,
                () -> {
                    for (var query : ALL) {
                        all.add(query);
                        db.sql(
                                        "select to_jsonb(q)::text from (%s) q"
                                                .formatted(
                                                        query.replace(
                                                                " order by",
                                                                " where community_id = folkmoot.community() order by")))
                                .query(String.class)
                                .list()
                                .forEach(all::add);
                    }
                    return all;
                });
        all.add(numbers(here));
        return all;
    }

    String numbers(Community here) {
        return in(
                here,
                () -> {
                    // what is read out of posts comes by itself, sooner or later
                    listening.finish();
                    var whole =
                            metrics.whole(
                                    Ask.of(
                                            here,
                                            Map.of("asOf", "2026-04-10"),
                                            Instant.parse("2026-04-12T09:00:00Z")));
                    return ReportJson.text(whole.report(), whole.lasting(), true)
                            .replace(here.slug(), "town");
                });
    }

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
}
