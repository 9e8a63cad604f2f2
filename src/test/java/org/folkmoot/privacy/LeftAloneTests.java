package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.consent.Act;
import org.folkmoot.consent.Answer;
import org.folkmoot.consent.Ask;
import org.folkmoot.consent.Asking;
import org.folkmoot.consent.Channel;
import org.folkmoot.consent.Consents;
import org.folkmoot.consent.Letter;
import org.folkmoot.consent.Source;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.folkmoot.identity.Reuniting;
import org.folkmoot.identity.Suggestions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class LeftAloneTests {

    private static final String CHAT = "slack:T9";
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Cast cast;
    @Autowired Intaking intaking;
    @Autowired Merging merging;
    @Autowired Reuniting reuniting;
    @Autowired Suggestions suggestions;
    @Autowired Asking asking;
    @Autowired Consents consents;
    @Autowired Eraser eraser;
    @Autowired Subjects subjects;
    @Autowired org.folkmoot.members.Asking people;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;
    long ada;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        intaking.take(
                here,
                List.of(
                        person(CHAT, "U1", "Ada Lovelace", "ada@x.example"),
                        person(CHAT, "U2", "Grace Hopper", "grace@x.example"),
                        Deed.of(CHAT, "m1", Kind.MESSAGE, "U1", NOON).saying("Hello")));
        ada = member("U1");
    }

    private static Person person(String source, String id, String name, String email) {
        return Person.of(source, id).with("name", name).with("email", email);
    }

    private long member(String id) {
        return archive.number(
                here,
                "select member_id from members.identity where external_id = '%s'".formatted(id));
    }

    private long identity(String id) {
        return archive.number(
                here, "select id from members.identity where external_id = '%s'".formatted(id));
    }

    private <T> T in(Callable<T> work) {
        return town.in(here, work);
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(who)).exchange();
    }

    private MvcTestResult post(String who, String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult object(String kind) {
        return post(
                grace,
                "/privacy/people/%d/restraints".formatted(ada),
                "kind",
                kind,
                "since",
                "2026-03-03",
                "reason",
                "Wrote on <b>3 March</b>");
    }

    private Answer would(long member, Channel channel) {
        return Objects.requireNonNull(
                in(() -> asking.would(List.of(member), "personal", channel)).get(member));
    }

    @Test
    void whoObjectsIsNotAskedShownToAllAndTreatedLikeEverybodyAfterwards() {
        assertThat(would(ada, Channel.HAND)).isNotInstanceOf(Answer.NotAllowed.class);
        var done = object("objection");
        assertThat(done).hasStatus(302).redirectedUrl().endsWith("/people/" + ada);
        for (var channel : Channel.values()) {
            assertThat(would(ada, channel).inWords())
                    .contains(
                            "Ada Lovelace objected to the use of their data on 3 March 2026",
                            "nobody asks them anything");
        }
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(analyst, "/privacy/people/%d/restraints/line".formatted(ada)))
                .hasStatusOk()
                .bodyText()
                .contains("Objected", "3 March 2026")
                .doesNotContain("Wrote on", "Change or lift it");
        assertThat(get(grace, "/privacy/people/%d/restraints/line".formatted(ada)))
                .bodyText()
                .contains("Wrote on &lt;b&gt;3 March", "Change or lift it");
        assertThat(people.names(here, "left-alone by objection")).containsExactly("Ada Lovelace");
        assertThat(people.names(here, "left-alone by restriction")).isEmpty();
        assertThat(people.names(here, "may-be-asked for personal by hand"))
                .containsExactly("Grace Hopper");
        var copy = get(grace, "/privacy/people/%d/restraints".formatted(ada));
        assertThat(copy).bodyText().contains("holds", "Lift it");
        var number = archive.number(here, "select max(id) from privacy.restraint");
        var path = "/privacy/people/%d/restraints/%d".formatted(ada, number);
        assertThat(post(grace, path + "/end")).hasStatus(302);
        assertThat(would(ada, Channel.HAND)).isNotInstanceOf(Answer.NotAllowed.class);
        assertThat(post(grace, path + "/back")).hasStatus(302);
        assertThat(would(ada, Channel.HAND)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(
                        archive.number(
                                here,
                                "select count(*) from access.trail where action in ('objection noted', 'objection lifted', 'objection holds again')"))
                .isEqualTo(3);
        assertThat(
                        browser.get()
                                .uri(
                                        "/api/v1/communities/%s/members/%d/restraints"
                                                .formatted(here.slug(), ada))
                                .header("Authorization", "Bearer " + cast.token(here, Scope.READ)))
                .hasStatusOk()
                .bodyText()
                .contains("\"kind\":\"objection\"", "\"since\":\"2026-03-03\"")
                .doesNotContain("lifted");
    }

    @Test
    void whatCannotBeKeptIsSaidBesideTheFieldAndWhatWasTypedStays() {
        var path = "/privacy/people/%d/restraints".formatted(ada);
        assertThat(post(grace, path, "kind", "restriction", "since", "2026-03-03", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why", "2026-03-03");
        assertThat(post(grace, path, "kind", "objection", "since", "2999-01-01", "reason", "Why"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day up to today", ">Why<");
        assertThat(post(grace, path, "kind", "x", "reason", "Why")).hasStatus(422);
        assertThat(object("objection")).hasStatus(302);
        assertThat(object("objection")).hasStatus(302);
        assertThat(archive.number(here, "select count(*) from privacy.restraint")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DIRECTOR", "COORDINATOR", "MODERATOR", "ANALYST"})
    void onlyWhoAnswersMembersDecidesIt(String role) {
        var who = cast.join(here, Role.valueOf(role));
        var path = "/privacy/people/%d/restraints".formatted(ada);
        assertThat(get(who, path)).hasStatus(403);
        assertThat(post(who, path, "kind", "objection", "reason", "Why")).hasStatus(403);
    }

    @Test
    void joinedItHoldsForBothAndPartedEachHasTheirOwn() {
        object("restriction");
        var batch =
                in(
                        () ->
                                merging.merge(new Pair(identity("U1"), identity("U2")), List.of())
                                        .batch());
        assertThat(would(member("U2"), Channel.HAND)).isInstanceOf(Answer.NotAllowed.class);
        in(
                () -> {
                    merging.undoBatch(batch);
                    return true;
                });
        assertThat(would(member("U2"), Channel.HAND)).isNotInstanceOf(Answer.NotAllowed.class);
        assertThat(would(member("U1"), Channel.HAND)).isInstanceOf(Answer.NotAllowed.class);
    }

    @Test
    void herAccountsAreNotJoinedByThemselvesButAColleagueIsAsked() {
        object("objection");
        intaking.take(here, List.of(person("discourse:f", "7", "Ada Lovelace", "ada@x.example")));
        in(reuniting::run);
        assertThat(member("7")).isNotEqualTo(ada);
        var asked = in(() -> suggestions.best(5));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().match().evidence().toString())
                .contains("objected to the use of their data");
        intaking.take(here, List.of(person("discourse:f", "8", "Grace Hopper", "grace@x.example")));
        in(reuniting::run);
        assertThat(member("8")).isEqualTo(member("U2"));
    }

    @Test
    void theCopyOfHerDataNamesItAndForgettingKeepsItWithoutTheReason() throws Exception {
        object("objection");
        var told =
                browser.get()
                        .uri(
                                "/api/v1/communities/%s/members/%d/personal-data"
                                        .formatted(here.slug(), ada))
                        .header("Authorization", "Bearer " + cast.token(here, Scope.READ))
                        .exchange();
        assertThat(told)
                .bodyText()
                .contains("Objections and restrictions", "Wrote on <b>3 March</b>");
        in(
                () -> {
                    eraser.forget(ada);
                    return true;
                });
        assertThat(archive.traces(here, List.of("wrote on"))).isEmpty();
        assertThat(would(ada, Channel.HAND)).isInstanceOf(Answer.NotAllowed.class);
    }

    /// The tombstone of an account is not all: an account that was here before, and a table of
    /// consents from before, may bring her address back.
    @Test
    void whoWithdrewIsNotAskedAgainAfterBeingForgottenWhateverComesBack() {
        var since = Instant.parse("2026-01-05T12:00:00Z");
        say(ada, "ada@x.example", "news", Act.GRANTED, since);
        say(ada, "ada@x.example", "all", Act.WITHDRAWN, since.plusSeconds(60));
        intaking.take(here, List.of(Person.of("discourse:f", "7").with("name", "A. L.")));
        in(
                () -> {
                    eraser.forget(ada);
                    return true;
                });
        var again = List.of(person(CHAT, "U1", "Ada Lovelace", "ada@x.example"));
        intaking.take(here, again);
        assertThat(would(forgotten(), Channel.MAIL)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(would(forgotten(), Channel.HAND).inWords()).contains("asked to be forgotten");
        // an account that had no address before has hers now, and somebody brings old consents in
        intaking.take(here, List.of(person("discourse:f", "7", "A. L.", "ADA@x.example")));
        var forum = member("7");
        say(forum, "ada@x.example", "news", Act.GRANTED, since);
        say(null, "ada@x.example", "news", Act.GRANTED, Instant.now().minusSeconds(5));
        say(forum, "", "news", Act.GRANTED, Instant.now().minusSeconds(5));
        assertThat(would(forum, Channel.MAIL)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(
                        in(
                                () ->
                                        asking.ask(
                                                Ask.mail(
                                                        forum,
                                                        "news",
                                                        "test",
                                                        "k",
                                                        new Letter("Hello", "Again")))))
                .isInstanceOf(Answer.NotAllowed.class);
        assertThat(archive.traces(here, List.of("lovelace"))).isEmpty();
        // only a link in a mail to this very address ends it
        say(null, "ada@x.example", "news", Act.CONFIRMED, Instant.now());
        assertThat(would(forum, Channel.MAIL)).isInstanceOf(Answer.NotAllowed.class);
        assertThat(in(() -> asking.would(List.of(forum), "news", Channel.MAIL)).get(forum))
                .isNotInstanceOf(Answer.NotAllowed.class);
    }

    private long forgotten() {
        return archive.number(
                here,
                "select member_id from members.identity where starts_with(external_id, 'forgotten~')");
    }

    private void say(Long member, String address, String purpose, Act act, Instant at) {
        in(
                () -> {
                    consents.add(
                            new Consents.Said(
                                    member,
                                    address,
                                    purpose,
                                    Channel.MAIL,
                                    act,
                                    Source.IMPORT,
                                    null,
                                    "",
                                    at));
                    return Map.of();
                });
    }
}
