package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ties.Village.after;
import static org.folkmoot.ties.Village.ago;
import static org.folkmoot.ties.Village.deed;
import static org.folkmoot.ties.Village.reply;
import static org.folkmoot.ties.Village.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.consent.Act;
import org.folkmoot.consent.Asking;
import org.folkmoot.consent.Channel;
import org.folkmoot.consent.Consents;
import org.folkmoot.consent.Source;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class IntroductionsTests {

    @Autowired Village village;
    @Autowired Suggesting suggesting;
    @Autowired Introductions introductions;
    @Autowired TiesData data;
    @Autowired Merging merging;
    @Autowired Consents consents;
    @Autowired Asking asking;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    /// Grace is willing and has answered three people; Ada is new and waits; Linus and Zoë write
    /// about the same and have never talked; Robin and others fill the place.
    private Community people() {
        var here = village.found("Linus", "Zoë", "Robin", "Sam", "Kim");
        village.take(
                here, Village.person("Grace").tagged(Set.of("welcomer")), Village.person("Ada"));
        var all = new ArrayList<Found>();
        var n = 0;
        for (var who : List.of("Robin", "Sam", "Kim")) {
            n++;
            all.add(topic("q" + n, who, ago(50 + n)));
            all.add(reply("a" + n, "q" + n, "Grace", after(ago(50 - n), 9)));
        }
        all.add(topic("old1", "Linus", ago(90)));
        all.add(topic("old2", "Zoë", ago(91)));
        for (var who : List.of("Linus", "Zoë")) {
            all.add(
                    deed(
                                    "k" + who,
                                    Kind.MESSAGE,
                                    who,
                                    ago(5),
                                    "Our kubernetes operator and its reconciler loop")
                            .titled("About " + who));
        }
        for (var who : List.of("Robin", "Sam", "Kim", "Grace")) {
            all.add(deed("s" + who, Kind.MESSAGE, who, ago(4), "Morning " + who).titled("Morning"));
        }
        all.add(topic("new", "Ada", ago(2)));
        village.take(here, all);
        village.follow(here);
        return here;
    }

    private List<Introduction> all(Community here) {
        return village.in(
                here,
                () ->
                        introductions.list(
                                List.of(Introduction.State.values()), null, Long.MAX_VALUE, 100));
    }

    private Introduction of(Community here, Introduction.Kind kind) {
        return all(here).stream().filter(i -> i.kind() == kind).findFirst().orElseThrow();
    }

    private Suggesting.Done look(Community here) {
        return village.in(here, suggesting::run);
    }

    private MvcTestResult post(Community here, String who, String path, String... params) {
        var request =
                browser.post()
                        .uri("/c/%s/introductions%s".formatted(here.slug(), path))
                        .with(Cast.as(who));
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(Community here, String who, String more) {
        return browser.get()
                .uri("/c/%s/introductions%s".formatted(here.slug(), more))
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void whoObjectsIsIntroducedToNobodyAlsoWhereItWasSuggestedBefore() {
        var here = people();
        assertThat(look(here).found()).isEqualTo(2);
        var lead = cast.join(here, Role.LEAD);
        var linus = village.member(here, "Linus");
        var restraints = "/c/%s/privacy/people/%d/restraints".formatted(here.slug(), linus);
        assertThat(
                        browser.post()
                                .uri(restraints)
                                .param("kind", "objection")
                                .param("reason", "Said so")
                                .with(Cast.as(lead)))
                .hasStatus(302);
        assertThat(all(here)).extracting(i -> i.one().name()).containsExactly("Ada");
        assertThat(village.in(here, introductions::counts)).containsEntry("suggested", 1);
        assertThat(get(here, lead, "")).bodyText().doesNotContain("Linus");
        village.change(here, "delete from ties.introduction where true");
        look(here);
        assertThat(all(here)).allMatch(i -> i.kind() == Introduction.Kind.WELCOME);
    }

    @Test
    void aNewcomerWhoWaitsMeetsSomebodyWillingAndTwoWithTheSameInterestsEachOther() {
        var here = people();
        assertThat(look(here).found()).isEqualTo(2);
        var welcome = of(here, Introduction.Kind.WELCOME);
        assertThat(welcome.one().name()).isEqualTo("Ada");
        assertThat(welcome.other().name()).isEqualTo("Grace");
        assertThat(welcome.reason())
                .contains("waits for an answer in help", "answered there 3 times", "nobody else");
        assertThat(welcome.draft()).contains("Hi Ada", "introduce Grace");
        var shared = of(here, Introduction.Kind.SHARED);
        assertThat(List.of(shared.one().name(), shared.other().name()))
                .containsExactlyInAnyOrder("Linus", "Zoë");
        assertThat(shared.reason()).contains("kubernetes", "not talked with each other");
        assertThat(look(here).found()).as("the same pair is suggested once").isZero();
    }

    @Test
    void whoKnowsEachOtherOrWouldRatherNotIsNotSuggested() {
        var here = people();
        village.take(
                here,
                reply("hello", "kLinus", "Zoë", ago(1)),
                Village.person("Ada").tagged(Set.of("No introductions")));
        village.follow(here);
        assertThat(look(here).found()).isZero();
    }

    @Test
    void whoObjectedIsNotSuggestedAndWhatWasSentCountsAsAnAsk() {
        var here = people();
        var linus = village.member(here, "Linus");
        village.in(
                here,
                () -> {
                    consents.add(
                            new Consents.Said(
                                    linus,
                                    "",
                                    Moves.PURPOSE,
                                    Channel.HAND,
                                    Act.WITHDRAWN,
                                    Source.HAND,
                                    null,
                                    "",
                                    Village.ago(1)));
                    return null;
                });
        assertThat(look(here).found()).isEqualTo(1);
        var welcome = of(here, Introduction.Kind.WELCOME);
        post(
                here,
                cast.join(here, Role.LEAD),
                "/" + welcome.id(),
                "do",
                "sent",
                "draft",
                "Dear both");
        for (var who : List.of(welcome.one(), welcome.other())) {
            assertThat(
                            village.in(
                                    here,
                                    () ->
                                            asking.find(
                                                    "introductions",
                                                    "%d-%d".formatted(welcome.id(), who.member()))))
                    .isPresent();
        }
    }

    @Test
    void aColleagueAcceptsSendsAndTakesItBack() {
        var here = people();
        look(here);
        var grace = cast.join(here, Role.COORDINATOR);
        var id = of(here, Introduction.Kind.SHARED).id();
        assertThat(get(here, grace, "")).hasStatusOk().bodyText().contains("kubernetes", "Accept");
        assertThat(post(here, grace, "/" + id, "do", "accepted", "draft", "Dear both"))
                .hasStatus3xxRedirection();
        assertThat(all(here))
                .filteredOn(i -> i.id() == id)
                .singleElement()
                .satisfies(
                        i -> {
                            assertThat(i.state()).isEqualTo(Introduction.State.ACCEPTED);
                            assertThat(i.draft()).isEqualTo("Dear both");
                            assertThat(i.by()).isEqualTo("Grace");
                        });
        assertThat(post(here, grace, "/" + id, "do", "sent")).hasStatus3xxRedirection();
        assertThat(post(here, grace, "/" + id, "do", "accepted"))
                .as("no way back but undo")
                .hasStatus(422);
        assertThat(get(here, grace, "?state=sent")).bodyText().contains("Dear both", "They met");
        assertThat(post(here, grace, "/" + id + "/undoing", "step", "1")).hasStatus3xxRedirection();
        assertThat(of(here, Introduction.Kind.SHARED).state())
                .as("not the last step")
                .isEqualTo(Introduction.State.SENT);
        assertThat(post(here, grace, "/" + id + "/undoing", "step", "2")).hasStatus3xxRedirection();
        var back = of(here, Introduction.Kind.SHARED);
        assertThat(back.state()).isEqualTo(Introduction.State.ACCEPTED);
        assertThat(back.sentAt()).isNull();
        assertThat(
                        village.number(
                                here,
                                "select count(*) from access.trail where community_id = folkmoot.community() and action like 'introduction %'"))
                .isEqualTo(3);
    }

    @Test
    void whenTheTwoTalkAfterwardsFolkmootNotices() {
        var here = people();
        look(here);
        var grace = cast.join(here, Role.LEAD);
        var id = of(here, Introduction.Kind.SHARED).id();
        post(here, grace, "/" + id, "do", "sent", "draft", "Dear both");
        assertThat(look(here).met()).isZero();
        village.take(here, reply("met", "kLinus", "Zoë", java.time.Instant.now().minusSeconds(60)));
        village.follow(here);
        assertThat(look(here).met()).isEqualTo(1);
        var met = of(here, Introduction.Kind.SHARED);
        assertThat(met.state()).isEqualTo(Introduction.State.ANSWERED);
        assertThat(met.seenAnswered()).isTrue();
        assertThat(get(here, grace, "?state=answered"))
                .bodyText()
                .contains(
                        "Of 1 sent in the last year, 1 met (1 seen by Folkmoot).",
                        "Folkmoot saw a reply");
    }

    @Test
    void neverIsForGoodAndNotNowForAYear() {
        var here = people();
        look(here);
        var grace = cast.join(here, Role.LEAD);
        post(
                here,
                grace,
                "/" + of(here, Introduction.Kind.SHARED).id(),
                "do",
                "never",
                "draft",
                "x");
        post(
                here,
                grace,
                "/" + of(here, Introduction.Kind.WELCOME).id(),
                "do",
                "dismissed",
                "draft",
                "x");
        assertThat(look(here).found()).isZero();
        village.change(
                here,
                "update ties.introduction set since = since - interval '366 days', suggested_at = suggested_at - interval '366 days' where community_id = folkmoot.community()");
        assertThat(look(here).found()).as("only who was put off comes back").isEqualTo(1);
        assertThat(get(here, grace, "?state=dismissed")).bodyText().contains("Never", "Not now");
    }

    @Test
    void somebodyWillingIsNotAskedMoreThanFourTimesAMonth() {
        var here = people();
        var all = new ArrayList<Found>();
        for (int n = 0; n < 7; n++) {
            all.add(Village.person("New" + n));
            all.add(topic("n" + n, "New" + n, ago(3)));
        }
        village.take(here, all);
        village.follow(here);
        look(here);
        look(here);
        assertThat(all(here)).filteredOn(i -> i.kind() == Introduction.Kind.WELCOME).hasSize(4);
    }

    @Test
    void mergingAndPartingMoveAnIntroductionWithItsPeople() {
        var here = people();
        look(here);
        var linus = village.identity(here, "Linus");
        var zoe = village.identity(here, "Zoë");
        var robin = village.identity(here, "Robin");
        var first =
                village.in(here, () -> merging.merge(new Pair(linus, robin), List.of())).batch();
        assertThat(
                        village.in(
                                here,
                                () ->
                                        introductions.list(
                                                List.of(Introduction.State.SUGGESTED),
                                                village.member(here, "Robin"),
                                                Long.MAX_VALUE,
                                                9)))
                .as("it is of the joined person now")
                .hasSize(1);
        var second = village.in(here, () -> merging.merge(new Pair(linus, zoe), List.of())).batch();
        assertThat(all(here))
                .extracting(Introduction::kind)
                .containsExactly(Introduction.Kind.WELCOME);
        village.in(here, () -> merging.undoBatch(second));
        village.in(here, () -> merging.undoBatch(first));
        var back = of(here, Introduction.Kind.SHARED);
        assertThat(List.of(back.one().name(), back.other().name()))
                .containsExactlyInAnyOrder("Linus", "Zoë");
        assertThat(look(here).found()).isZero();
    }

    @Test
    void aDraftThatCannotBeKeptStaysInTheField() {
        var here = people();
        look(here);
        var grace = cast.join(here, Role.LEAD);
        var id = of(here, Introduction.Kind.SHARED).id();
        assertThat(post(here, grace, "/" + id, "do", "keep", "draft", "a".repeat(4001)))
                .bodyText()
                .contains("Write a message of up to 4,000 characters", "a".repeat(4001));
        assertThat(post(here, grace, "/" + id, "do", "keep", "draft", "<b>Hi</b>\0 both"))
                .hasStatus3xxRedirection();
        assertThat(get(here, grace, ""))
                .bodyText()
                .contains("&lt;b&gt;Hi&lt;/b&gt; both")
                .doesNotContain("<b>Hi");
        assertThat(post(here, grace, "/" + id, "do", "sideways", "draft", "x")).hasStatus(422);
        assertThat(post(here, grace, "/999999999", "do", "sent", "draft", "x")).hasStatus(404);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleSeesAndDoesWhatItMay(Role role) {
        var here = people();
        look(here);
        var who = cast.join(here, role);
        var edits =
                List.of(Role.LEAD, Role.MANAGER, Role.COORDINATOR, Role.MODERATOR).contains(role);
        assertThat(get(here, who, "")).hasStatusOk();
        assertThat(
                        post(
                                here,
                                who,
                                "/" + of(here, Introduction.Kind.SHARED).id(),
                                "do",
                                "accepted",
                                "draft",
                                "x"))
                .hasStatus(edits ? 302 : 403);
        assertThat(post(here, who, "")).hasStatus(edits ? 302 : 403);
    }

    @Test
    void whatIsKeptOfSomebodyIsToldAndForgotten() {
        var here = people();
        look(here);
        var subject =
                new PersonalData.Subject(
                        village.member(here, "Grace"),
                        Set.of(village.member(here, "Grace")),
                        Set.of(village.identity(here, "Grace")));
        var told = village.within(here, () -> data.tell(subject));
        assertThat(told)
                .extracting(PersonalData.Part::key)
                .containsExactly("ties", "introductions");
        assertThat(told.getFirst().rows().getFirst().get("people")).isEqualTo(3L);
        assertThat(told.toString()).doesNotContain("Robin");
        village.within(
                here,
                () -> {
                    data.forget(subject);
                    return null;
                });
        assertThat(village.within(here, () -> data.tell(subject))).isEmpty();
        assertThat(all(here))
                .extracting(Introduction::kind)
                .containsExactly(Introduction.Kind.SHARED);
    }
}
