package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Reaching;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// Lists of people by consent say the same as the door says of each.
@HouseTest
@NullUnmarked
class ConsentCriteriaTests {

    @Autowired Town town;
    @Autowired Neighbours neighbours;
    @Autowired Consents consents;
    @Autowired Reaching reaching;
    @Autowired Asking asking;
    @Autowired RulesBook book;
    @Autowired Clock clock;
    @Autowired DefaultListableBeanFactory house;

    @Autowired org.folkmoot.members.Asking people;

    Community here;
    PostOffice post;

    @BeforeEach
    void open() {
        post = PostOffice.open(house);
        here = town.found();
    }

    @AfterEach
    void close() {
        post.close();
    }

    private List<String> names(String text) {
        return people.names(here, text);
    }

    /// The same as [Standing] and [Asking], over ledgers made by chance in which people are joined,
    /// share addresses, confirm, and take back.
    @Test
    void aListHoldsWhomTheDoorLetsIn() {
        for (long seed = 1; seed <= 6; seed++) {
            here = town.found();
            var chance = new Random(seed);
            var addresses = IntStream.range(0, 6).mapToObj(_ -> Neighbours.address()).toList();
            var all = new ArrayList<Long>();
            for (int i = 0; i < 8; i++) {
                all.add(
                        neighbours.meet(
                                here,
                                "P" + i,
                                chance.nextInt(4) == 0
                                        ? chance.nextBoolean() ? "" : "noreply@x.example"
                                        : addresses.get(chance.nextInt(6)),
                                List.of("", "Europe/Berlin", "Asia/Tokyo", "nowhere")
                                        .get(chance.nextInt(4))));
            }
            for (int i = 0; i < 40; i++) {
                say(chance, all, addresses, i);
            }
            neighbours.join(here, all.get(0), all.get(1));
            neighbours.join(here, all.get(2), all.get(3), all.get(4));
            for (int i = 0; i < 8; i++) {
                if (chance.nextInt(3) == 0) {
                    var who = all.get(i);
                    var often = chance.nextInt(4);
                    for (int n = 0; n < often; n++) {
                        var key = "a%d.%d".formatted(i, n);
                        neighbours.in(
                                here, () -> asking.ask(Ask.byHand(who, "personal", "test", key)));
                    }
                }
            }
            neighbours.in(
                    here,
                    () -> {
                        book.keep(Rules.of(3, 30, "10:00", "16:00", false));
                        return true;
                    });
            for (var channel : Channel.values()) {
                for (var purpose : List.of("news", "personal")) {
                    check("seed " + seed, all, purpose, channel);
                }
            }
        }
    }

    private void say(Random chance, List<Long> all, List<String> addresses, int minute) {
        var act = Act.values()[chance.nextInt(4)];
        var channel = chance.nextInt(3) == 0 ? Channel.HAND : Channel.MAIL;
        var toAll = act == Act.WITHDRAWN && chance.nextInt(3) == 0;
        var nobody = channel == Channel.MAIL && chance.nextInt(4) == 0;
        var address =
                channel == Channel.HAND || (!nobody && chance.nextInt(3) == 0)
                        ? ""
                        : addresses.get(chance.nextInt(6));
        neighbours.in(
                here,
                () -> {
                    consents.add(
                            new Consents.Said(
                                    nobody ? null : all.get(chance.nextInt(8)),
                                    address,
                                    toAll ? "all" : chance.nextInt(4) == 0 ? "personal" : "news",
                                    channel,
                                    act,
                                    Source.HAND,
                                    1,
                                    "",
                                    Neighbours.LONG_AGO.plus(Duration.ofMinutes(minute / 2))));
                    return true;
                });
    }

    private void check(String run, List<Long> all, String purpose, Channel channel) {
        var agreed = new TreeSet<String>();
        var now = new TreeSet<String>();
        var some = new TreeSet<String>();
        neighbours.within(
                here,
                () -> {
                    var would = asking.would(all, purpose, channel);
                    reaching.of(all)
                            .values()
                            .forEach(
                                    her -> {
                                        var told = consents.of(her.homes(), her.addresses());
                                        var of =
                                                channel == Channel.HAND
                                                        ? List.of("")
                                                        : her.addresses();
                                        if (of.stream()
                                                .anyMatch(
                                                        a ->
                                                                Standing.in(
                                                                                        told, her,
                                                                                        purpose,
                                                                                        channel, a)
                                                                                .state()
                                                                        == Standing.State.AGREED)) {
                                            agreed.add(her.name());
                                        }
                                        var answer = would.get(her.member());
                                        if (answer == null) {
                                            return;
                                        }
                                        if (answer instanceof Answer.Going) {
                                            now.add(her.name());
                                        }
                                        if (answer instanceof Answer.Going
                                                || (answer instanceof Answer.Held held
                                                        && held.reason().contains("quiet hours"))) {
                                            some.add(her.name());
                                        }
                                    });
                    return true;
                });
        var by = " %s by %s".formatted(purpose, channel.key());
        assertThat(names("agreed to" + by)).as(run + by).containsExactlyElementsOf(agreed);
        assertThat(names("may-be-asked now for" + by)).as(run + by).containsExactlyElementsOf(now);
        assertThat(names("may-be-asked for" + by)).as(run + by).containsExactlyElementsOf(some);
    }

    @Test
    void whoWasAskedLatelyIsFoundAndWhoseAskWasTakenBackIsNot() {
        var ada = neighbours.meet(here, "Ada", Neighbours.address(), "");
        var zoe = neighbours.meet(here, "Zoë", Neighbours.address(), "");
        neighbours.meet(here, "山田花子", Neighbours.address(), "");
        neighbours.in(
                here,
                () -> {
                    asking.ask(Ask.byHand(ada, "personal", "test", "a"));
                    asking.ask(
                            Ask.mail(zoe, "personal", "test", "z", new Letter("Would you?", "We")),
                            clock.instant());
                    asking.takeBack("test", "z");
                    return true;
                });
        assertThat(names("asked in 30 days")).containsExactly("Ada");
        assertThat(names("asked ever for personal")).containsExactly("Ada");
        assertThat(names("asked in 30 days for news")).isEmpty();
        assertThat(names("not asked in 30 days")).containsExactly("Zoë", "山田花子");
        assertThatThrownBy(() -> names("agreed to nothing")).isInstanceOf(Refusal.Unusable.class);
    }
}
