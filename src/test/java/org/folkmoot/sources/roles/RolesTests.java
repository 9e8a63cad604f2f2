package org.folkmoot.sources.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.folkmoot.members.Told;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.leaving.Leaving;
import org.folkmoot.sources.pulls.Traces;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rules of a connection make bots and the team of its accounts, of those here and those to come.
@HouseTest
@NullUnmarked
class RolesTests {

    private static final String SPACE = "discourse:forum.example.org";
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00Z");

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Roles roles;
    @Autowired Traces traces;
    @Autowired Ingest ingest;
    @Autowired Joining joining;
    @Autowired Leaving leaving;
    @Autowired List<Keeper> keepers;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;

    private final Harness.Hands hands = new Harness.Hands();

    private <T> T in(Community here, Callable<T> work) {
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

    private long connect(Community here, String name) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "discourse",
                                        name,
                                        Map.of("base-url", "https://forum.example.org"),
                                        Map.of("api-key", "k"))
                                .id());
    }

    private static Person person(String id, String handle, String email) {
        return Person.of(SPACE, id)
                .with(Found.Field.HANDLE, handle)
                .with(Found.Field.EMAIL, email)
                .asOf(AT);
    }

    /// As a pull and a call keep their pages.
    private void bring(Community here, long source, Found... found) {
        var page = new ArrayList<Found>();
        page.add(new Found.Origin(SPACE, "Forum", Markup.HTML));
        page.add(Found.Place.of(SPACE, "c1", "Help", Style.FORUM));
        page.addAll(List.of(found));
        in(
                here,
                () -> {
                    ingest.take(page, new HashMap<>());
                    traces.note(source, page, AT);
                    return true;
                });
    }

    private static Deed post(String id, String who) {
        return Deed.of(SPACE, id, Kind.MESSAGE, who, AT).in("c1").saying("Hello");
    }

    private void five(Community here, long source) {
        bring(
                here,
                source,
                person("1", "ada", "ada@example.org"),
                person("2", "grace", "grace@mail.example.org"),
                person("3", "deploy-bot", null),
                person("4", "helper", null).flag(Person.Flag.BOT, true),
                person("5", "mod", null).flag(Person.Flag.STAFF, true),
                post("p1", "1"),
                post("p2", "1"),
                post("p3", "3"),
                post("p4", "4"));
    }

    /// Of each account by its id what its person counts as.
    private Map<String, String> standings(Community here) {
        return in(
                here,
                () -> {
                    var all = new HashMap<String, String>();
                    db.sql(
                                    """
                                    select i.external_id, m.standing from members.identity i
                                    join members.member m on m.community_id = i.community_id and m.id = i.member_id
                                    where i.community_id = folkmoot.community()
                                    """)
                            .query(
                                    row -> {
                                        all.put(row.getString(1), row.getString(2));
                                    });
                    return all;
                });
    }

    private long member(Community here, String account) {
        return in(
                here,
                () ->
                        db.sql(
                                        "select member_id from members.identity where community_id = folkmoot.community() and external_id = :id")
                                .param("id", account)
                                .query(Long.class)
                                .single());
    }

    private static RoleRules rules(String json) {
        return RoleRules.of(JsonMapper.shared().readTree(json));
    }

    private static final String BOTS_AND_DOMAIN =
            "{\"bots\": [\"*-bot\"], \"staffDomains\": [\"example.org\"], \"platformBots\": false}";

    @Test
    void whatIsSaidBeforeIsWhatIsAfter() {
        var here = town.found();
        var id = connect(here, "Forum");
        five(here, id);
        var was = standings(here);
        assertThat(was).containsEntry("4", "bot").containsEntry("5", "staff");
        var said = town.in(here, () -> roles.effect(id, rules(BOTS_AND_DOMAIN)));
        assertThat(standings(here)).isEqualTo(was);
        assertThat(said.accounts()).isEqualTo(4);
        assertThat(said.leaving()).isEqualTo(3);
        assertThat(said.activitiesLeaving()).isEqualTo(3);
        assertThat(said.entering()).isEqualTo(1);
        assertThat(said.activitiesEntering()).isEqualTo(1);
        assertThat(said.first())
                .extracting(one -> one.account() + " " + one.was() + " " + one.then())
                .containsExactlyInAnyOrder(
                        "ada member staff",
                        "grace member staff",
                        "deploy-bot member bot",
                        "helper bot member");
        assertThat(town.in(here, () -> roles.keep(id, rules(BOTS_AND_DOMAIN)))).isEqualTo(said);
        var now = standings(here);
        assertThat(now)
                .isEqualTo(
                        Map.of(
                                "1", "staff", "2", "staff", "3", "bot", "4", "member", "5",
                                "staff"));
        assertThat(now.values().stream().filter("member"::equals).count())
                .isEqualTo(
                        was.values().stream().filter("member"::equals).count()
                                - said.leaving()
                                + said.entering());
        assertThat(town.in(here, () -> roles.effect(id, rules(BOTS_AND_DOMAIN))).accounts())
                .isZero();
        assertThat(
                        in(
                                here,
                                () ->
                                        db.sql(
                                                        "select detail->>'accounts' from access.trail where community_id = folkmoot.community() and action = 'connection rules set'")
                                                .query(String.class)
                                                .list()))
                .containsExactly("4");
    }

    @Test
    void whoeverComesOrIsCalledOtherwiseLaterIsLookedAtToo() {
        var here = town.found();
        var id = connect(here, "Forum");
        town.in(here, () -> roles.keep(id, rules(BOTS_AND_DOMAIN)));
        five(here, id);
        assertThat(standings(here))
                .isEqualTo(
                        Map.of(
                                "1", "staff", "2", "staff", "3", "bot", "4", "member", "5",
                                "staff"));
        bring(here, id, person("4", "helper-bot", null).asOf(AT.plusSeconds(60)), post("p9", "9"));
        bring(here, id, person("1", "ada", "ada@elsewhere.example").asOf(AT.plusSeconds(60)));
        assertThat(standings(here))
                .containsEntry("4", "bot")
                .containsEntry("1", "member")
                .containsEntry("9", "member");
        bring(here, id, person("3", "deploy", null).asOf(AT.plusSeconds(60)));
        assertThat(standings(here)).containsEntry("3", "member");
    }

    @Test
    void takingARuleAwayPutsBackWhatItAloneHadMade() {
        var here = town.found();
        var id = connect(here, "Forum");
        five(here, id);
        var was = standings(here);
        town.in(here, () -> roles.keep(id, rules(BOTS_AND_DOMAIN)));
        town.in(here, () -> roles.keep(id, rules("{\"bots\": [\"deploy-*\", \"helper\"]}")));
        assertThat(standings(here))
                .isEqualTo(
                        Map.of("1", "member", "2", "member", "3", "bot", "4", "bot", "5", "staff"));
        town.in(here, () -> roles.keep(id, RoleRules.NONE));
        assertThat(standings(here)).isEqualTo(was);
        town.in(here, () -> roles.back(id));
        assertThat(standings(here)).containsEntry("3", "bot");
        assertThat(town.in(here, () -> roles.of(id)).bots()).containsExactly("deploy-*", "helper");
        town.in(here, () -> roles.back(id));
        assertThat(standings(here)).isEqualTo(was);
        assertThat(town.in(here, () -> roles.of(id))).isEqualTo(RoleRules.NONE);
    }

    @Test
    void whatTheTeamSaidByHandWins() {
        var here = town.found();
        var id = connect(here, "Forum");
        five(here, id);
        var ada = cast.join(here, Role.LEAD);
        for (var set : Map.of("1", "member", "5", "bot").entrySet()) {
            assertThat(
                            post(
                                    ada,
                                    "/c/%s/people/%d/role"
                                            .formatted(here.slug(), member(here, set.getKey())),
                                    Map.of("role", set.getValue())))
                    .hasStatus(302);
        }
        var effect =
                town.in(
                        here,
                        () ->
                                roles.keep(
                                        id,
                                        rules(
                                                "{\"staffDomains\": [\"example.org\"], \"platformStaff\": false}")));
        assertThat(effect.accounts()).isEqualTo(3);
        assertThat(effect.byHand()).isEqualTo(2);
        assertThat(effect.leaving()).isEqualTo(1);
        assertThat(effect.entering()).isZero();
        assertThat(standings(here))
                .containsEntry("1", "member")
                .containsEntry("2", "staff")
                .containsEntry("5", "bot");
        bring(here, id, person("1", "ada", "a@example.org").asOf(AT.plusSeconds(60)));
        assertThat(standings(here)).containsEntry("1", "member");
    }

    @Test
    void ofTwoConnectionsEachIsHeardAndCommunitiesAreApart() {
        var here = town.found();
        var there = town.found();
        var one = connect(here, "One");
        var two = connect(here, "Two");
        var other = connect(there, "One");
        five(here, one);
        five(here, two);
        five(there, other);
        town.in(
                here,
                () -> roles.keep(one, rules("{\"bots\": [\"ada\"], \"platformBots\": false}")));
        assertThat(standings(here)).containsEntry("1", "bot").containsEntry("4", "bot");
        assertThat(standings(there)).containsEntry("1", "member");
        town.in(here, () -> roles.keep(two, rules("{\"platformBots\": false}")));
        assertThat(standings(here)).containsEntry("1", "bot").containsEntry("4", "member");
        five(there, other);
        assertThat(standings(there)).containsEntry("1", "member").containsEntry("4", "bot");
        assertThat(town.in(there, () -> roles.of(other))).isEqualTo(RoleRules.NONE);
    }

    @Test
    void disconnectedItStaysAndErasedItIsAsIfItHadNeverBeen() {
        var here = town.found();
        var one = connect(here, "One");
        var two = connect(here, "Two");
        five(here, one);
        five(here, two);
        town.in(here, () -> roles.keep(two, rules("{\"bots\": [\"ada\"]}")));
        town.in(
                here,
                () -> {
                    leaving.begin(two, "Two");
                    return true;
                });
        assertThat(standings(here)).containsEntry("1", "member");
        town.in(here, () -> roles.keep(one, rules("{\"bots\": [\"ada\"]}")));
        town.in(
                here,
                () -> {
                    joining.remove(one);
                    return true;
                });
        assertThat(standings(here)).containsEntry("1", "bot");
        five(here, connect(here, "Anew"));
        assertThat(standings(here)).containsEntry("1", "member");
    }

    private Keeper keeper(String type) {
        return keepers.stream().filter(k -> k.types().contains(type)).findFirst().orElseThrow();
    }

    @Test
    void rulesAndWhatTheyMadeMoveWithTheExport() {
        var here = town.found();
        var id = connect(here, "Forum");
        five(here, id);
        town.in(here, () -> roles.keep(id, rules(BOTS_AND_DOMAIN)));
        var rulings = keeper("ruling");
        var archive = keeper("connection");
        var lines = lines(here, rulings);
        assertThat(lines).hasSize(4);
        var connections = lines(here, archive);

        var there = town.found();
        var elsewhere = connect(there, "Other");
        five(there, elsewhere);
        var accounts =
                in(
                        there,
                        () -> {
                            var all = new HashMap<Told.Key, Long>();
                            db.sql(
                                            "select external_id, id from members.identity where community_id = folkmoot.community()")
                                    .query(
                                            row -> {
                                                all.put(
                                                        new Told.Key(SPACE, row.getString(1)),
                                                        row.getLong(2));
                                            });
                            return all;
                        });
        var named = new Named(accounts, Map.of());
        for (int twice = 0; twice < 2; twice++) {
            in(there, () -> rulings.take(lines, named));
            in(there, () -> archive.take(connections, named));
        }
        assertThat(standings(there)).isEqualTo(standings(here));
        var moved =
                in(
                        there,
                        () ->
                                db.sql(
                                                "select id from sources.source where community_id = folkmoot.community() and name = 'Forum'")
                                        .query(Long.class)
                                        .single());
        assertThat(town.in(there, () -> roles.of(moved))).isEqualTo(rules(BOTS_AND_DOMAIN));
    }

    private List<JsonNode> lines(Community here, Keeper keeper) {
        return in(
                here,
                () -> {
                    var all = new ArrayList<JsonNode>();
                    keeper.lines(line -> all.add(JsonMapper.shared().valueToTree(line)));
                    return all;
                });
    }

    @Test
    void thePageSaysWhatItDoesBeforeAndOffersToTakeItBack() {
        var here = town.found();
        var id = connect(here, "Forum");
        five(here, id);
        var ada = cast.join(here, Role.COORDINATOR);
        var path = "/c/%s/connections/%d/roles".formatted(here.slug(), id);
        assertThat(browser.get().uri(path).with(Cast.as(ada)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Whom it calls a bot is a bot", "See what it changes");
        var fields =
                Map.of(
                        "rules-platform-bots",
                        "yes",
                        "rules-platform-staff",
                        "yes",
                        "rules-bots",
                        "*-bot\nhelper");
        assertThat(post(ada, path + "/effect", fields))
                .hasStatusOk()
                .bodyText()
                .contains("Keep these rules", "deploy-bot", "/people/" + member(here, "3"));
        assertThat(standings(here)).containsEntry("3", "member");
        assertThat(post(ada, path + "/effect", Map.of("rules-bots", "*")))
                .hasStatus(422)
                .bodyText()
                .contains("would be everybody");
        assertThat(post(cast.join(here, Role.ANALYST), path, fields)).hasStatus(403);
        assertThat(standings(here)).containsEntry("3", "member");
        assertThat(post(ada, path, fields)).hasStatus(302);
        assertThat(standings(here)).containsEntry("3", "bot");
        assertThat(
                        browser.get()
                                .uri("/c/%s/connections/%d".formatted(here.slug(), id))
                                .with(Cast.as(ada))
                                .exchange())
                .bodyText()
                .contains("Bots: *-bot, helper");
        assertThat(post(ada, path + "/back", Map.of())).hasStatus(302);
        assertThat(standings(here)).containsEntry("3", "member");
    }

    private MvcTestResult post(String who, String path, Map<String, String> fields) {
        var asked = browser.post().uri(path).with(Cast.as(who)).with(csrf());
        fields.forEach(asked::param);
        return asked.exchange();
    }
}
