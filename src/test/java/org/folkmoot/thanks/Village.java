package org.folkmoot.thanks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Settlement;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/// Communities in which people do what is worth a thank-you: Ada asks, Grace answers.
@Component
@NullUnmarked
class Village {

    static final String CHAT = "slack:T1";
    static final String FORUM = "discourse:lantern";

    private final Settlement settlement;
    private final Following following;

    Village(Settlement settlement, Following following) {
        this.settlement = settlement;
        this.following = following;
    }

    /// A moment so many days ago, at noon.
    static Instant ago(int days) {
        return Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(12))
                .minus(Duration.ofDays(days));
    }

    Community found() {
        var here =
                settlement.found(
                        List.of(
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
                                Person.of(FORUM, "robot")
                                        .with("name", "Robby")
                                        .flag(Person.Flag.BOT, true)));
        follow(here);
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
        settlement.take(here, found);
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
        return settlement.in(here, work);
    }

    /// Within one transaction, for looking into tables.
    <T> T within(Community here, Callable<T> work) {
        return settlement.within(here, work);
    }

    long identity(Community here, String source, String id) {
        return settlement.identity(here, source, id);
    }

    long member(Community here, String source, String id) {
        return settlement.member(here, source, id);
    }

    /// "grace FIRST_ANSWER 1 a1" for every moment there is, in the order of time.
    List<String> moments(Community here) {
        return settlement.lines(
                here,
                """
                select i.external_id || ' ' || m.kind || ' ' || m.nth || ' ' || a.external_id
                from thanks.moment m join members.identity i on i.id = m.identity_id
                join activity.activity a on a.id = m.activity_id
                where m.community_id = folkmoot.community() order by m.at, m.kind, m.nth
                """);
    }

    List<String> moments(Community here, String... kinds) {
        var all = new ArrayList<>(moments(here));
        all.removeIf(m -> !List.of(kinds).contains(m.split(" ", -1)[1]));
        return all;
    }
}
