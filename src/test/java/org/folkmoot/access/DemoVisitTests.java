package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.Folkmoot;
import org.folkmoot.community.Communities;
import org.folkmoot.store.FreshDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The demo, and an installation behind https: what differs from the ordinary house.
@SpringBootTest(
        classes = Folkmoot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "folkmoot.port=0",
            "folkmoot.server=true",
            "folkmoot.demo=true",
            "folkmoot.url=https://folkmoot.example.org"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class DemoVisitTests {

    @LocalServerPort int port;
    @Autowired Communities communities;

    @BeforeEach
    void thereIsADemo() {
        if (communities.find("demo").isEmpty()) {
            communities.create("demo", "Demo", "open-source", "UTC", "en", true);
            communities.create("real", "Real", "open-source", "UTC", "en", false);
        }
    }

    @Test
    void aVisitorOnThisMachineIsLedIn() {
        var answer = new Browser(port).get("/c/demo/probe");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("Demo visitor in");
    }

    @Test
    void theDemoOpensNoOtherCommunity() {
        assertThat(new Browser(port).get("/c/real/probe").statusCode()).isEqualTo(404);
    }

    @Test
    void aVisitorFromElsewhereIsAsked() {
        new Browser(port).get("/");
        for (var header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
            assertThat(new Browser(port).get("/c/demo/probe", header, "203.0.113.7").statusCode())
                    .isEqualTo(302);
        }
        assertThat(new Browser(port).signIn("demo@folkmoot.example", "").statusCode())
                .as("the demo account has no password")
                .isNotEqualTo(200);
    }

    @Test
    void behindHttpsTheCookieIsSecureAndTheBrowserRemembers() {
        var answer = new Browser(port).get("/sign-in");
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
    }
}
