package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.Folkmoot;
import org.folkmoot.store.FreshDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// From an empty database on; the steps build on each other.
@SpringBootTest(
        classes = Folkmoot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"folkmoot.port=0", "folkmoot.server=true"})
@ContextConfiguration(initializers = FreshDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class FirstVisitTests {

    @LocalServerPort int port;
    @Autowired Doors doors;
    @Autowired Accounts accounts;

    private static Map<String, String> form(int n) {
        return Map.of(
                "community",
                "Zoë's Choir " + n,
                "slug",
                "choir-" + n,
                "kind",
                "non-profit",
                "timezone",
                "Europe/Vienna",
                "name",
                "Zoë",
                "email",
                "zoe-" + n + "@example.org",
                "password",
                Cast.PASSWORD);
    }

    @Test
    @Order(1)
    void everyPageLeadsToTheSetUp() {
        for (var path : new String[] {"/", "/sign-in", "/c/choir/today", "/account", "/nothing"}) {
            assertThat(new Browser(port).get(path).headers().firstValue("Location").orElse(path))
                    .endsWith("/setup");
        }
        assertThat(new Browser(port).get("/join/choir/secret").statusCode())
                .as("the command line may have invited the first one")
                .isEqualTo(404);
        assertThat(new Browser(port).get("/setup").body())
                .contains("Welcome to Folkmoot", "Europe/Vienna")
                .doesNotContain("account create");
        assertThat(new Browser(port).get("/setup", "Accept-Language", "de").body())
                .contains("Zeitzone");
    }

    @Test
    @Order(2)
    void whatWillNotDoIsSaidBesideItsFieldAndTheRestIsKept() {
        var browser = new Browser(port);
        browser.get("/setup");
        var answer =
                browser.post(
                        "/setup",
                        Map.of(
                                "community", "Zoë's Choir",
                                "slug", "Not A Slug",
                                "kind", "non-profit",
                                "timezone", "Europe/Atlantis",
                                "name", "Zoë",
                                "email", "zoe",
                                "password", "password1234"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("lower-case letters, digits and single hyphens, up to 63")
                .contains("Choose a time zone")
                .contains("This is not an e-mail address")
                .contains("among the first that are tried")
                .contains("value=\"Zoë&#39;s Choir\"", "value=\"Europe/Atlantis\"")
                .doesNotContain("password1234");
        assertThat(doors.all()).isEmpty();
    }

    @Test
    @Order(3)
    void whoMadeACommunityBeforeIsToldHowToLeadIt() {
        doors.found("early", "Early Birds", "other", "UTC", "en");
        assertThat(new Browser(port).get("/setup").body())
                .contains("account create --community")
                .doesNotContain("Early Birds");
        assertThat(new Browser(port).get("/setup", "Accept-Language", "de").body())
                .contains("--community KURZNAME");
    }

    @Test
    @Order(4)
    void ofManyAtOnceOneFounds() throws Exception {
        var ready = new CountDownLatch(6);
        try (var people = Executors.newFixedThreadPool(6)) {
            var answers =
                    IntStream.range(0, 6)
                            .mapToObj(
                                    n ->
                                            people.submit(
                                                    () -> {
                                                        var browser = new Browser(port);
                                                        browser.get("/setup");
                                                        ready.countDown();
                                                        ready.await();
                                                        var answer =
                                                                browser.post("/setup", form(n));
                                                        return answer.headers()
                                                                .firstValue("Location")
                                                                .orElse(answer.body());
                                                    }))
                            .toList();
            var places = new ArrayList<String>();
            for (var answer : answers) {
                places.add(answer.get());
            }
            assertThat(places).filteredOn(place -> place.endsWith("/account/welcome")).hasSize(1);
            assertThat(places).filteredOn(place -> place.endsWith("/")).hasSize(5);
        }
        assertThat(doors.all()).hasSize(2);
        assertThat(accounts.any()).isTrue();
    }

    @Test
    @Order(5)
    void afterThatNobodySetsUpAgain() {
        var mallory = new Browser(port);
        assertThat(mallory.get("/setup").statusCode()).isEqualTo(302);
        mallory.get("/sign-in");
        assertThat(mallory.post("/setup", form(9)).headers().firstValue("Location").orElse(""))
                .endsWith("/");
        assertThat(doors.all()).hasSize(2);
        assertThat(accounts.find("zoe-9@example.org")).isEmpty();
    }
}
