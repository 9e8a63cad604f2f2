package org.folkmoot.thanks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Communities in which people do what is worth a thank-you: Ada asks, Grace answers.
@Component
@NullUnmarked
class Village {

    static final String CHAT = "slack:T1";
    static final String FORUM = "discourse:lantern";

    private final Town town;
    private final Intaking intaking;
    private final Following following;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Village(
            Town town,
            Intaking intaking,
            Following following,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.town = town;
        this.intaking = intaking;
        this.following = following;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A moment so many days ago, at noon.
    static Instant ago(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(12))
                .minus(Duration.ofDays(days));
    }

    Community found() {
        var here = town.found();
        take(
                here,
                new Found.Origin(CHAT, "Chat", Markup.SLACK),
                new Found.Origin(FORUM, "Forum", Markup.MARKDOWN),
                Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                Found.Place.of(FORUM, "F1", "help", Style.FORUM),
                Person.of(CHAT, "ada").with("name", "Ada Lovelace"),
                Person.of(CHAT, "grace").with("name", "Grace Hopper"),
                Person.of(FORUM, "grace").with("name", "grace.h"),
                Person.of(FORUM, "zoe").with("name", "Zoë Quill"),
                Person.of(FORUM, "hanako").with("name", "山田花子"),
                Person.of(FORUM, "mallory").with("name", "<b>Mallory</b>"),
                Person.of(FORUM, "robot").with("name", "Robby").flag(Person.Flag.BOT, true));
        return here;
    }

    static Deed deed(String source, String id, Kind kind, String who, Instant at) {
        return Deed.of(source, id, kind, who, at)
                .in(source.equals(CHAT) ? "C1" : "F1")
                .saying("About " + id);
    }

    /// A question of Ada's kind in the forum and an answer to it an hour later.
    static List<Found> answered(
            String question, String asker, String answer, String by, Instant at) {
        return List.of(
                deed(FORUM, question, Kind.QUESTION, asker, at).titled("How to " + question + "?"),
                deed(FORUM, answer, Kind.REPLY, by, at.plus(Duration.ofHours(1))).under(question));
    }

    /// Takes it in as an import does, and follows.
    void take(Community here, Found... found) {
        take(here, List.of(found));
    }

    void take(Community here, List<? extends Found> found) {
        intaking.take(here, found);
        follow(here);
    }

    void follow(Community here) {
        in(
                here,
                () -> {
                    following.run();
                    return 0;
                });
    }

    <T> T in(Community here, Callable<T> work) {
        return town.in(here, work);
    }

    /// Within one transaction, for looking into tables.
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

    long identity(Community here, String source, String id) {
        return within(
                here,
                () ->
                        db.sql(
                                        "select id from members.identity where source = :s and external_id = :i and community_id = folkmoot.community()")
                                .param("s", source)
                                .param("i", id)
                                .query(Long.class)
                                .single());
    }

    long member(Community here, String source, String id) {
        return within(
                here,
                () ->
                        db.sql(
                                        "select member_id from members.identity where source = :s and external_id = :i and community_id = folkmoot.community()")
                                .param("s", source)
                                .param("i", id)
                                .query(Long.class)
                                .single());
    }

    /// "grace FIRST_ANSWER 1 a1" for every moment there is, in the order of time.
    List<String> moments(Community here) {
        return within(
                here,
                () ->
                        db.sql(
                                        """
                                        select i.external_id || ' ' || m.kind || ' ' || m.nth || ' ' || a.external_id
                                        from thanks.moment m join members.identity i on i.id = m.identity_id
                                        join activity.activity a on a.id = m.activity_id
                                        where m.community_id = folkmoot.community() order by m.at, m.kind, m.nth
                                        """)
                                .query(String.class)
                                .list());
    }

    List<String> moments(Community here, String... kinds) {
        var all = new ArrayList<>(moments(here));
        all.removeIf(m -> !List.of(kinds).contains(m.split(" ", -1)[1]));
        return all;
    }
}
