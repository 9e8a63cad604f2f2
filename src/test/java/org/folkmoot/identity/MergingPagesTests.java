package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class MergingPagesTests {

    private static final List<Evidence> WHY =
            List.of(
                    new Evidence("email", 6, "Same e-mail address, twin1@engines.example"),
                    new Evidence("meeting", -4, "Active in the same minute"));

    @Autowired Selves selves;
    @Autowired Twins twins;
    @Autowired Merging merging;
    @Autowired ByItself byItself;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Community here;
    String grace;
    Map<String, Long> ids;
    long chat;
    long forum;

    @BeforeEach
    void found() {
        here = twins.found();
        grace = cast.join(here, Role.LEAD);
        ids = selves.ids(here);
        chat = member("chat U1");
        forum = member("forum f1");
    }

    private long member(String account) {
        return selves.member(here, ids.get(account));
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/" + here.slug() + path))
                .with(Cast.as(who))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return get(grace, path);
    }

    private MvcTestResult post(String path, Object... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(grace));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i].toString(), form[i + 1].toString());
        }
        return request.exchange();
    }

    private long join() {
        return selves.in(
                        here,
                        () -> merging.join(List.of(ids.get("chat U1"), ids.get("forum f1")), WHY))
                .batch();
    }

    @Test
    void joiningShowsBothAndWhereTheyDisagreeThenJoinsAndUndoes() {
        assertThat(get("/people/%d/joining?with=%d".formatted(chat, forum)))
                .hasRedirectedUrl(
                        "/c/%s/people/joining?who=%d&who=%d".formatted(here.slug(), chat, forum));
        assertThat(get("/people/joining?who=%d&who=%d".formatted(chat, forum)))
                .hasStatusOk()
                .bodyText()
                .contains("Join these two?", "Now: 2 people", "Then: 1 person", "Ada King")
                .contains("Where they disagree", "Analytical Engines", "Analytical Society")
                .contains("champion, speaker");
        assertThat(post("/people/joining", "who", chat, "who", forum))
                .hasRedirectedUrl("/c/%s/people/%d".formatted(here.slug(), member("chat U1")));
        assertThat(member("forum f1")).isEqualTo(member("chat U1"));
        assertThat(get("/people/" + member("chat U1")))
                .bodyText()
                .contains("<bdi>Analytical Society</bdi>", "from Discourse", "Not theirs")
                .contains("/grounds\" hx-trigger=\"load\"");
        assertThat(get("/people/%d/grounds".formatted(member("chat U1"))))
                .bodyText()
                .contains("How we know", "Said by hand.", "Grace", "Undo")
                .doesNotContain("<html");
        var batch = batch();
        assertThat(get("/people/merges/undoing?batch=" + batch))
                .bodyText()
                .contains("1 person would become 2.", "Ada King");
        assertThat(post("/people/merges/undoing?batch=%d&person=%d".formatted(batch, chat)))
                .hasRedirectedUrl("/c/%s/people/%d".formatted(here.slug(), chat));
        assertThat(member("forum f1")).isEqualTo(forum);
        assertThat(post("/people/merges/undoing?batch=" + batch))
                .hasStatus(422)
                .bodyText()
                .contains("undone already");
        assertThat(get("/people/joining?who=%d&who=%d".formatted(chat, forum)))
                .bodyText()
                .contains("that these are not the same person");
    }

    private long batch() {
        return selves.within(
                here,
                () -> db.sql("select max(batch) from identity.step").query(Long.class).single());
    }

    @Test
    void ofTwoWhoJoinTheSameTheSecondIsToldKindly() {
        post("/people/joining", "who", chat, "who", forum);
        assertThat(post("/people/joining", "who", chat, "who", forum))
                .hasStatus(422)
                .bodyText()
                .contains("Someone was quicker");
    }

    @Test
    void severalAreChosenInTheListAndJoinedAtOnce() {
        assertThat(get("/people")).bodyText().contains("/people/joining/choice");
        var third = member("chat U2");
        assertThat(
                        post(
                                "/people/joining/choice",
                                "who",
                                chat,
                                "who",
                                forum,
                                "who",
                                third,
                                "tag",
                                "",
                                "query",
                                ""))
                .hasRedirectedUrl(
                        "/c/%s/people/joining?who=%d&who=%d&who=%d"
                                .formatted(here.slug(), chat, forum, third));
        assertThat(get("/people/joining?who=%d&who=%d&who=%d".formatted(chat, forum, third)))
                .bodyText()
                .contains("3 people would become one");
        post("/people/joining", "who", chat, "who", forum, "who", third);
        assertThat(member("chat U2")).isEqualTo(member("chat U1")).isEqualTo(member("forum f1"));
        post("/people/merges/undoing?batch=" + batch());
        assertThat(List.of(member("chat U1"), member("forum f1"), member("chat U2")))
                .containsExactly(chat, forum, third);
        assertThat(post("/people/joining/choice", "who", chat))
                .hasRedirectedUrl("/c/%s/people".formatted(here.slug()));
    }

    @Test
    void anAccountIsPartedAfterALookAtWhatChanges() {
        join();
        var path = "/people/%d/accounts/%d".formatted(chat, ids.get("chat U1"));
        assertThat(get(path))
                .hasStatusOk()
                .bodyText()
                .contains("Now: 1 person", "Then: 2 people", "Part this account");
        assertThat(post(path + "/parting"))
                .hasRedirectedUrl("/c/%s/people/%d".formatted(here.slug(), forum));
        assertThat(member("chat U1")).isEqualTo(chat);
        assertThat(get("/people/merges"))
                .bodyText()
                .contains("Parted \u2068chat1\u2069 on Slack", "Joined \u2068chat1\u2069 on Slack");
        assertThat(get("/people/%d/accounts/%d".formatted(forum, ids.get("chat U1"))))
                .hasStatus(404);
        assertThat(get("/people/%d/accounts/%d".formatted(chat, ids.get("chat U1"))))
                .bodyText()
                .contains("there is nothing to part it from");
    }

    @Test
    void anAccountIsGivenToSomebodyFoundByName() {
        join();
        var path = "/people/%d/accounts/%d".formatted(chat, ids.get("forum f1"));
        var zoe = member("chat U5");
        assertThat(get(path + "?q=quill")).bodyText().contains("?to=" + zoe);
        assertThat(get(path + "?to=" + zoe))
                .bodyText()
                .contains("Give it to Zoë Quill", "Now: 2 people", "Then: 2 people");
        post(path + "/owner", "to", zoe);
        assertThat(member("forum f1")).isEqualTo(member("chat U5"));
        assertThat(get("/people/merges"))
                .bodyText()
                .contains("Gave \u2068forum1\u2069 on Discourse to \u2068Zoë Quill\u2069");
    }

    @Test
    void whatWasMergedByItselfIsOneLineWithItsListAndAnyOfItIsUndone() {
        var claims = new ArrayList<Merging.Claim>();
        for (int n = 1; n <= 5; n++) {
            claims.add(new Merging.Claim(twins.pair(ids, n), WHY));
        }
        var batch = selves.in(here, () -> byItself.told(claims, Reuniting.BY)).done().batch();
        assertThat(get("/people/merges"))
                .bodyText()
                .contains("Joined 5 accounts at once", "Folkmoot, by itself")
                .contains("/people/merges/" + batch);
        assertThat(get("/people/merges?person=" + chat))
                .bodyText()
                .contains("Joined \u2068chat1\u2069 on Slack with \u2068forum1\u2069 on Discourse");
        assertThat(get("/people/merges/" + batch))
                .bodyText()
                .contains("Undo all of it", "Same e-mail address", "Undo the chosen ones");
        var steps =
                selves.within(
                        here,
                        () ->
                                db.sql("select id from identity.step where batch = :b order by id")
                                        .param("b", batch)
                                        .query(Long.class)
                                        .list());
        var chosen = "?step=%d&step=%d".formatted(steps.get(0), steps.get(1));
        assertThat(get("/people/merges/undoing" + chosen))
                .bodyText()
                .contains("2 people would become 4.");
        post("/people/merges/undoing" + chosen);
        assertThat(member("forum f1")).isEqualTo(forum);
        assertThat(get("/people/merges")).bodyText().contains("2 of them undone since");
        assertThat(get("/people/merges/undoing?batch=" + batch))
                .bodyText()
                .contains("3 people would become 6.");
        assertThat(get("/people/merges/undoing")).hasStatus(422);
        assertThat(get("/people/merges/" + (batch + 1000))).hasStatus(404);
    }

    @Test
    void aProfileThatSwallowedOthersIsPartedAtOnceAfterALookAtWhatChanges() {
        join();
        for (var other : List.of("chat U2", "forum f2", "chat U3")) {
            selves.in(
                    here, () -> merging.merge(new Pair(ids.get("forum f1"), ids.get(other)), WHY));
        }
        var person = member("chat U1");
        assertThat(member("chat U3")).isEqualTo(person);
        var all = "/people/%d/accounts/parting".formatted(person);
        var accounts = List.of("chat U1", "forum f1", "chat U2", "forum f2", "chat U3");
        assertThat(get("/people/merges?person=" + person))
                .bodyText()
                .contains("Part all accounts", all);
        assertThat(get(all)).bodyText().contains("Now: 1 person", "Then: 5 people");
        assertThat(post(all)).hasRedirectedUrl("/c/%s/people/%d".formatted(here.slug(), person));
        assertThat(accounts.stream().map(this::member).distinct()).hasSize(5);
        assertThat(post(all)).hasStatus(422).bodyText().contains("person of its own already");
        assertThat(get(all)).bodyText().contains("there is nothing to part");
        assertThat(get("/people/merges")).bodyText().contains("Parted 4 accounts at once");
        assertThat(get("/people/merges/" + batch())).bodyText().contains("Parted at once");
        post("/people/merges/undoing?batch=" + batch());
        assertThat(accounts.stream().map(this::member).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleSeesAndDoesWhatItMay(Role role) {
        join();
        var who = cast.join(here, role);
        var edits =
                List.of(Role.LEAD, Role.MANAGER, Role.COORDINATOR, Role.MODERATOR).contains(role);
        var contacts = !List.of(Role.MODERATOR, Role.ANALYST).contains(role);
        var person = "/people/" + chat;
        assertThat(get(who, "/people/merges")).hasStatusOk();
        var grounds = assertThat(get(who, person + "/grounds")).hasStatusOk().bodyText();
        if (contacts) {
            grounds.contains("twin1@engines.example");
        } else {
            grounds.contains("Same e-mail address").doesNotContain("engines.example");
        }
        if (!edits) {
            grounds.doesNotContain("undoing");
            assertThat(get(who, person)).bodyText().doesNotContain("Not theirs", "Join with");
        }
        var allowed = edits ? 200 : 403;
        var part = person + "/accounts/" + ids.get("forum f1");
        for (var path :
                List.of(
                        person + "/joining",
                        part,
                        person + "/accounts/parting",
                        "/people/joining?who=%d&who=%d".formatted(chat, member("chat U2")),
                        "/people/merges/undoing?batch=" + batch())) {
            var answer = get(who, path);
            assertThat(answer).hasStatus(allowed);
            if (!contacts) {
                assertThat(answer).bodyText().doesNotContain("engines.example");
            }
        }
        for (var path :
                List.of(
                        part + "/parting",
                        person + "/accounts/parting",
                        part + "/owner?to=" + member("chat U2"),
                        "/people/joining?who=%d&who=%d".formatted(chat, member("chat U2")),
                        "/people/merges/undoing?batch=" + batch())) {
            if (!edits) {
                assertThat(
                                browser.post()
                                        .uri("/c/" + here.slug() + path)
                                        .with(Cast.as(who))
                                        .exchange())
                        .hasStatus(403);
            }
        }
    }

    @Test
    void noPageAsksMoreOftenBecauseThereIsMore() throws Exception {
        get("/people/merges"); // the first page of a visit also notes the visit
        join();
        var chat2 = member("chat U2");
        var paths =
                List.of(
                        "/people/merges",
                        "/people/%d/grounds".formatted(chat),
                        "/people/%d/joining?q=e".formatted(chat),
                        "/people/joining?who=%d&who=%d".formatted(chat, chat2));
        var few = new ArrayList<Integer>();
        for (var path : paths) {
            few.add(Queries.during(() -> get(path)).size());
        }
        for (int n = 0; n < 12; n++) {
            selves.take(
                    here,
                    Person.of(Selves.CHAT, "N" + n).with(Found.Field.NAME, "Grace " + n),
                    Person.of(Selves.FORUM, "N" + n).with(Found.Field.NAME, "Grace " + n));
        }
        ids = selves.ids(here);
        for (int n = 0; n < 12; n++) {
            var one = ids.get("chat N" + n);
            var other = n % 2 == 0 ? ids.get("chat U1") : ids.get("chat U2");
            selves.in(here, () -> merging.merge(new Pair(one, other), WHY));
        }
        for (int i = 0; i < paths.size(); i++) {
            var path = paths.get(i);
            assertThat(Queries.during(() -> get(path))).as(path).hasSize(few.get(i));
        }
    }
}
