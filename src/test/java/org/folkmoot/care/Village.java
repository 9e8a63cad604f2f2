package org.folkmoot.care;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.folkmoot.members.Belonging;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.stereotype.Component;

/// A small community in which Grace is of the team: she is staff on the platform.
@Component
@NullUnmarked
class Village {

    static final String CHAT = "slack:T1";

    private final Settlement settlement;
    private final KeepingUp keepingUp;
    private final Belonging belonging;

    Village(Settlement settlement, KeepingUp keepingUp, Belonging belonging) {
        this.settlement = settlement;
        this.keepingUp = keepingUp;
        this.belonging = belonging;
    }

    Community found() {
        return settlement.found(
                List.of(
                        new Found.Origin(CHAT, "Chat", Markup.SLACK),
                        Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                        person("ada", "Ada"),
                        person("ada2", "Ada Lovelace"),
                        person("zoe", "Zoë"),
                        person("hanako", "山田花子"),
                        person("mohamed", "محمد"),
                        person("linus", "Linus"),
                        person("grace", "Grace").flag(Person.Flag.STAFF, true)));
    }

    static Person person(String id, String name) {
        return Person.of(CHAT, id).with(Found.Field.NAME, name);
    }

    /// Something said so many days ago.
    static Deed said(String id, String who, int daysAgo, String under, String... whom) {
        var deed =
                Deed.of(
                                CHAT,
                                id,
                                under == null ? Kind.MESSAGE : Kind.REPLY,
                                who,
                                now().minus(Duration.ofDays(daysAgo)))
                        .in("C1")
                        .saying("This is " + id)
                        .mentioning(Set.of(whom));
        return under == null ? deed : deed.under(under);
    }

    void take(Community here, Found... found) {
        settlement.take(here, List.of(found));
    }

    /// Takes it in and reads it.
    void hear(Community here, Found... found) {
        take(here, found);
        in(
                here,
                () -> {
                    keepingUp.run();
                    return null;
                });
    }

    long member(Community here, String id) {
        return settlement.member(here, CHAT, id);
    }

    long identity(Community here, String id) {
        return settlement.identity(here, CHAT, id);
    }

    /// Makes one person of these accounts.
    void join(Community here, String... ids) {
        gather(here, List.of(identities(here, ids)));
    }

    /// Each is a person of its own again.
    void part(Community here, String... ids) {
        gather(here, identities(here, ids).stream().map(List::of).toList());
    }

    private List<Long> identities(Community here, String... ids) {
        var all = new ArrayList<Long>();
        for (var id : ids) {
            all.add(identity(here, id));
        }
        return all;
    }

    private void gather(Community here, List<List<Long>> groups) {
        within(
                here,
                () -> {
                    belonging.gather(groups);
                    return null;
                });
    }

    long number(Community here, String sql) {
        return settlement.number(here, sql);
    }

    int change(Community here, String sql) {
        return settlement.change(here, sql);
    }

    <T> T in(Community here, Callable<T> work) {
        return settlement.in(here, work);
    }

    <T> T within(Community here, Callable<T> work) {
        return settlement.within(here, work);
    }

    /// To the second, as exports tell it.
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
