package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class SignInTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;

    @Test
    void theRightPasswordOpensTheCommunity() {
        var community = town.found();
        var grace = cast.join(community, Role.LEAD);
        var browser = new Browser(port);
        var answer = browser.signIn(grace.toUpperCase(java.util.Locale.ROOT), Cast.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(browser.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith("/c/" + community.slug() + "/today");
        assertThat(browser.get("/c/" + community.slug() + "/probe").body())
                .isEqualTo("Grace in %s, %s".formatted(community.id(), community.slug()));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() {
        var grace = cast.join(town.found(), Role.LEAD);
        var wrong = new Browser(port).signIn(grace, "not her password at all");
        var unknown = new Browser(port).signIn("nobody@example.org", "not her password at all");
        assertThat(wrong.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
        assertThat(withoutToken(wrong.body(), grace))
                .contains("do not belong together")
                .isEqualTo(withoutToken(unknown.body(), "nobody@example.org"));
    }

    private static String withoutToken(String body, String email) {
        return body.replaceAll("(value|content)=\"[\\w-]{60,}={0,2}\"", "").replace(email, "");
    }

    @Test
    void theAddressIsKeptWhenThePasswordWasWrong() {
        var answer = new Browser(port).signIn("zoë@example.org", "not a password");
        assertThat(answer.body())
                .contains("value=\"zoë@example.org\"")
                .doesNotContain("not a password");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneWaits() {
        var grace = cast.join(town.found(), Role.LEAD);
        for (int i = 0; i < 5; i++) {
            assertThat(new Browser(port).signIn(grace, "wrong number " + i).statusCode())
                    .isEqualTo(422);
        }
        var answer = new Browser(port).signIn(grace, Cast.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 31L);
        assertThat(answer.body()).contains("too many attempts");
    }

    @Test
    void theSessionOfBeforeIsOfNoUseAfterSigningIn() {
        var grace = cast.join(town.found(), Role.LEAD);
        var browser = new Browser(port);
        browser.get("/sign-in");
        var before = browser.cookie();
        browser.signIn(grace, Cast.PASSWORD);
        assertThat(before).isNotEmpty().isNotEqualTo(browser.cookie());
        var mallory = new Browser(port);
        mallory.cookie(before);
        assertThat(mallory.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void aPostWithoutTheTokenOfThePageIsRefused() {
        var grace = cast.join(town.found(), Role.LEAD);
        var browser = new Browser(port);
        browser.get("/sign-in");
        browser.forgetToken();
        var answer = browser.post("/sign-in", Map.of("email", grace, "password", Cast.PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Reload the page".toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void whoSignsOutIsOut() {
        var community = town.found();
        var browser = new Browser(port);
        browser.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(browser.get("/c/" + community.slug() + "/probe").statusCode()).isEqualTo(302);
    }

    @Test
    void theSignInPageSpeaksGermanToGermanReaders() {
        assertThat(new Browser(port).get("/sign-in", "Accept-Language", "de-AT").body())
                .contains("lang=\"de-AT\"")
                .contains("Anmelden");
    }

    @Test
    void workThatGoesOnLaterIsStillInItsCommunity() {
        var community = town.found();
        var browser = new Browser(port);
        browser.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        assertThat(browser.get("/c/" + community.slug() + "/probe/later").body())
                .isEqualTo("data:for %s\n\n".formatted(community.id()));
    }
}
