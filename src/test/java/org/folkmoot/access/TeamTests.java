package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class TeamTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;

    private Community community;
    private Browser grace;
    private String team;

    @BeforeEach
    void graceLeads() {
        community = town.found();
        grace = new Browser(port);
        grace.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        team = "/c/" + community.slug() + "/team";
    }

    private String invite(String email, String role) {
        grace.get(team);
        assertThat(
                        grace.post(team + "/invitations", Map.of("email", email, "role", role))
                                .statusCode())
                .isEqualTo(302);
        var link =
                Pattern.compile("http://localhost:\\d+(/join/[^<\\s]+)")
                        .matcher(grace.get(team).body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void whoIsInvitedMakesAnAccountAndJoins() {
        var email = "ada-" + community.slug() + "@example.org";
        var link = invite(email, "moderator");
        assertThat(grace.get(team).body()).as("shown once").doesNotContain(link);
        var ada = new Browser(port);
        assertThat(ada.get(link).body())
                .contains("Join the team of " + community.name(), "Moderator");
        var weak = ada.post(link, Map.of("name", "Ada", "password", "password1234"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("among the first", "value=\"Ada\"");
        assertThat(ada.post(link, Map.of("name", "Ada", "password", Cast.PASSWORD)).statusCode())
                .isEqualTo(302);
        assertThat(ada.get("/c/" + community.slug() + "/probe").body()).startsWith("Ada in");
        assertThat(ada.get(team).body())
                .contains("Who may do what")
                .doesNotContain("Invite someone");
        assertThat(new Browser(port).get(link).statusCode()).as("works once").isEqualTo(404);
    }

    @Test
    void whoHasAnAccountJoinsWithIt() {
        var email = cast.join(town.found(), Role.ANALYST);
        var link = invite(email, "manager");
        var linus = new Browser(port);
        assertThat(linus.get(link).body()).contains("There is already an account");
        linus.get("/sign-in");
        assertThat(linus.post(link, Map.of("name", "X", "password", Cast.PASSWORD)).statusCode())
                .as("the link alone does not open an account")
                .isEqualTo(422);
        assertThat(
                        linus.signIn(email, Cast.PASSWORD)
                                .headers()
                                .firstValue("Location")
                                .orElseThrow())
                .as("back to the invitation")
                .endsWith(link);
        assertThat(linus.get(link).body()).contains("You are signed in as " + email);
        assertThat(linus.post(link, Map.of()).statusCode()).isEqualTo(302);
        assertThat(linus.get("/c/" + community.slug() + "/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void aWithdrawnInvitationOpensNothing() {
        var link = invite("zoe@example.org", "lead");
        var id = Pattern.compile("/invitations/(\\d+)/withdrawal").matcher(grace.get(team).body());
        assertThat(id.find()).isTrue();
        grace.post(team + "/invitations/" + id.group(1) + "/withdrawal", Map.of());
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void anAddressThatIsNoneIsSaidBesideTheField() {
        grace.get(team);
        var answer =
                grace.post(
                        team + "/invitations", Map.of("email", "not an address", "role", "lead"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is not an e-mail address", "value=\"not an address\"");
    }

    @Test
    void theLastLeadCannotGo() {
        var me = Pattern.compile("/team/(\\d+)/removal").matcher(grace.get(team).body());
        assertThat(me.find()).isTrue();
        for (var how : new String[] {"/removal", "/role"}) {
            var answer = grace.post(team + "/" + me.group(1) + how, Map.of("role", "analyst"));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("only lead");
        }
    }

    @Test
    void whoIsRemovedIsOutAtOnce() {
        var email = cast.join(community, Role.MANAGER);
        var linus = new Browser(port);
        linus.signIn(email, Cast.PASSWORD);
        assertThat(linus.get("/c/" + community.slug() + "/probe").statusCode()).isEqualTo(200);
        var id = accounts.find(email).orElseThrow().id();
        grace.get(team);
        assertThat(grace.post(team + "/" + id + "/removal", Map.of()).statusCode()).isEqualTo(302);
        assertThat(linus.get("/c/" + community.slug() + "/probe").statusCode()).isEqualTo(404);
    }

    @Test
    void everyStepOnTheTeamIsInTheTrail() {
        var link = invite("hanako@example.org", "coordinator");
        new Browser(port).get(link);
        var hanako = new Browser(port);
        hanako.get(link);
        hanako.post(link, Map.of("name", "山田花子", "password", Cast.PASSWORD));
        var id = accounts.find("hanako@example.org").orElseThrow().id();
        grace.get(team);
        grace.post(team + "/" + id + "/role", Map.of("role", "manager"));
        grace.post(team + "/" + id + "/removal", Map.of());
        var trail = grace.get("/c/" + community.slug() + "/trail").body();
        assertThat(trail)
                .contains("teammate invited", "teammate joined", "role changed", "teammate removed")
                .contains("山田花子");
        var csv = grace.get("/c/" + community.slug() + "/trail.csv?action=role+changed").body();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("coordinator", "manager").doesNotContain("teammate removed");
    }
}
