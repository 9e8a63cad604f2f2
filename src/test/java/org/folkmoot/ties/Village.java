package org.folkmoot.ties;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

/// Communities whose people talk with each other, and what is known of their ties.
@Component
@NullUnmarked
class Village {

    static final String FORUM = "discourse:village";
    static final String CHAT = "slack:village";

    private final Settlement settlement;
    private final Following following;

    Village(Settlement settlement, Following following) {
        this.settlement = settlement;
        this.following = following;
    }

    Community found(String... people) {
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(FORUM, "Village forum", Markup.MARKDOWN));
        all.add(new Found.Origin(CHAT, "Village chat", Markup.SLACK));
        all.add(Found.Place.of(FORUM, "help", "help", Style.FORUM));
        all.add(Found.Place.of(FORUM, "garden", "garden", Style.FORUM));
        all.add(Found.Place.of(CHAT, "C1", "general", Style.CHAT));
        for (var name : people) {
            all.add(person(name));
        }
        return settlement.found(all);
    }

    static Person person(String name) {
        return Person.of(FORUM, name).with(Found.Field.NAME, name);
    }

    /// Noon so many days ago.
    static Instant ago(int days) {
        return LocalDate.now(ZoneOffset.UTC)
                .minusDays(days)
                .atTime(10, 0)
                .toInstant(ZoneOffset.UTC);
    }

    static Deed deed(String id, Kind kind, String who, Instant at, String text) {
        return Deed.of(FORUM, id, kind, who, at).in("help").saying(text);
    }

    static Deed topic(String id, String who, Instant at) {
        return deed(id, Kind.MESSAGE, who, at, "How does this work?").titled("Topic " + id);
    }

    static Deed reply(String id, String under, String who, Instant at) {
        return deed(id, Kind.REPLY, who, at, "Like this.").under(under);
    }

    static Deed naming(String id, String under, String who, Instant at, String whom) {
        return reply(id, under, who, at).mentioning(Set.of(whom));
    }

    /// Takes it in, without working out the ties.
    void take(Community here, Found... found) {
        settlement.take(here, List.of(found));
    }

    void take(Community here, List<? extends Found> found) {
        settlement.take(here, found);
    }

    Following.Done follow(Community here) {
        return in(here, following::run);
    }

    <T> T in(Community here, Callable<T> work) {
        return settlement.in(here, work);
    }

    <T> T within(Community here, Callable<T> work) {
        return settlement.within(here, work);
    }

    long identity(Community here, String name) {
        return settlement.identity(here, FORUM, name);
    }

    long member(Community here, String name) {
        return settlement.member(here, FORUM, name);
    }

    long number(Community here, String sql) {
        return settlement.number(here, sql);
    }

    void change(Community here, String sql) {
        settlement.change(here, sql);
    }

    /// All ties by name, one a line, without weights.
    List<String> ties(Community here) {
        return settlement.lines(
                here,
                """
                select format('%s>%s %s replies %s mentions %s reviews %s together, %s', a.external_id, b.external_id,
                    t.replies, t.mentions, t.reviews, t.together, t.last)
                from ties.tie t
                join members.report_account a on a.community_id = t.community_id and a.identity_id = t.one
                join members.report_account b on b.community_id = t.community_id and b.identity_id = t.other
                where t.community_id = folkmoot.community() order by 1
                """);
    }

    double weight(Community here) {
        return Double.parseDouble(
                settlement
                        .lines(
                                here,
                                "select coalesce(sum(weight), 0)::text from ties.tie where community_id = folkmoot.community()")
                        .getFirst());
    }

    static Instant after(Instant at, int minutes) {
        return at.plus(Duration.ofMinutes(minutes));
    }
}
