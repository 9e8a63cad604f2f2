package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class HeadersTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;

    @Test
    void everyKindOfAnswerTellsTheBrowserWhatNotToDo() {
        var community = town.found();
        var browser = new Browser(port);
        var login = browser.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        for (var answer :
                new HttpResponse<?>[] {
                    login,
                    new Browser(port).get("/"),
                    new Browser(port).get("/sign-in"),
                    new Browser(port).get("/css/folkmoot.css"),
                    new Browser(port).get("/css/none.css"),
                    new Browser(port).get("/health"),
                    new Browser(port).get("/api/v1/communities/x/members"),
                    new Browser(port).get("/c/nowhere/today"),
                    new Browser(port).get("/sign-in;x=y"),
                    browser.get("/c/" + community.slug() + "/team"),
                    browser.get("/c/" + community.slug() + "/nothing-here"),
                    browser.get("/c/" + community.slug() + "/probe/broken"),
                    browser.get("/account"),
                }) {
            var headers = answer.headers();
            var what = answer.uri() + " " + answer.statusCode();
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(what)
                    .contains(SafeHeaders.CONTENT);
            assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(what).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).as(what).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(what)
                    .contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy")).as(what).isPresent();
            assertThat(headers.firstValue("X-Request-Id").orElse(""))
                    .as(what)
                    .matches("[0-9a-f]{16}");
        }
    }

    @Test
    void pagesAreNeverKeptByTheBrowserAndFilesAre() {
        assertThat(
                        new Browser(port)
                                .get("/sign-in")
                                .headers()
                                .firstValue("Cache-Control")
                                .orElse(""))
                .contains("no-store");
        assertThat(
                        new Browser(port)
                                .get("/css/folkmoot.css")
                                .headers()
                                .firstValue("Cache-Control")
                                .orElse(""))
                .contains("max-age");
    }

    @Test
    void theCookieIsNotForScriptsNorForOtherSites() {
        assertThat(new Browser(port).get("/sign-in").headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void aFailureIsAPageWithAReferenceAndNoSecret() {
        var community = town.found();
        var browser = new Browser(port);
        browser.signIn(cast.join(community, Role.LEAD), Cast.PASSWORD);
        var answer = browser.get("/c/" + community.slug() + "/probe/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Something broke on our side")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("secret detail");
    }

    @Test
    void anUnknownAddressIsAPageInWords() {
        var browser = new Browser(port);
        browser.signIn(cast.join(town.found(), Role.LEAD), Cast.PASSWORD);
        var answer = browser.get("/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no page at this address");
    }

    @Test
    void theApiAnswersProblemsAsJson() {
        var answer = new Browser(port).get("/api/v1/communities/nowhere/members");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401");
    }

    @Test
    void metricsAreForThisMachineOnly() {
        assertThat(new Browser(port).get("/metrics", "Accept", "*/*").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode())
                .isEqualTo(302);
        assertThat(new Browser(port).get("/health", "Accept", "*/*").body())
                .contains("UP")
                .doesNotContain("components");
    }
}
