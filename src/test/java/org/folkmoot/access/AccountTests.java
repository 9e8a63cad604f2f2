package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class AccountTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;

    private Community community;
    private String email;
    private Browser laptop;
    private Browser phone;

    @BeforeEach
    void graceIsSignedInTwice() {
        community = town.found();
        email = cast.join(community, Role.LEAD);
        laptop = new Browser(port);
        laptop.signIn(email, Cast.PASSWORD);
        phone = new Browser(port);
        phone.signIn(email, Cast.PASSWORD);
    }

    @Test
    void aNewPasswordSignsTheOtherDevicesOut() {
        laptop.get("/account");
        var wrong =
                laptop.post(
                        "/account/password",
                        Map.of("current", "guess", "password", "eight purple herons walk"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("not your present password");
        var changed =
                laptop.post(
                        "/account/password",
                        Map.of("current", Cast.PASSWORD, "password", "eight purple herons walk"));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(laptop.get("/account").statusCode()).isEqualTo(200);
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
        assertThat(new Browser(port).signIn(email, Cast.PASSWORD).statusCode()).isEqualTo(422);
        assertThat(new Browser(port).signIn(email, "eight purple herons walk").statusCode())
                .isEqualTo(302);
        assertThat(laptop.get("/c/" + community.slug() + "/trail").body())
                .contains("password changed");
    }

    @Test
    void thePresentPasswordIsGuessedNoFasterThanAtTheSignIn() {
        laptop.get("/account");
        var next = "eight purple herons walk";
        for (int n = 0; n < 5; n++) {
            var guess =
                    laptop.post(
                            "/account/password", Map.of("current", "guess " + n, "password", next));
            assertThat(guess.statusCode()).isEqualTo(422);
        }
        var right = Map.of("current", Cast.PASSWORD, "password", next);
        var stopped = laptop.post("/account/password", right);
        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.body()).contains("too many attempts. Wait 30 seconds");
        assertThat(stopped.headers().firstValue("Retry-After")).isPresent();
        assertThat(new Browser(port).signIn(email, Cast.PASSWORD).statusCode())
                .as("it counts together with the sign-in, and the password is still the old one")
                .isEqualTo(429);
    }

    @Test
    void signingOutEverywhereMeansEverywhere() {
        laptop.get("/account");
        laptop.post("/account/sessions/end", Map.of());
        assertThat(laptop.get("/account").statusCode()).isEqualTo(302);
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void oneOtherDeviceCanBeSignedOut() {
        var page = laptop.get("/account").body();
        assertThat(page).contains("this device").doesNotContain(laptop.cookie());
        var name = java.util.regex.Pattern.compile("/account/sessions/(\\w{16})/end").matcher(page);
        assertThat(name.find()).isTrue();
        laptop.post("/account/sessions/" + name.group(1) + "/end", Map.of());
        assertThat(phone.get("/account").statusCode()).isEqualTo(302);
        assertThat(laptop.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void theChosenLanguageIsSpoken() {
        laptop.get("/account");
        laptop.post(
                "/account", Map.of("name", "Grace H.", "language", "de", "timezone", "Asia/Tokyo"));
        assertThat(laptop.get("/account").body()).contains("Ihr Konto", "Grace H.", "Asia/Tokyo");
        var wrong =
                laptop.post(
                        "/account",
                        Map.of("name", "", "language", "", "timezone", "Europe/Atlantis"));
        assertThat(wrong.statusCode()).isEqualTo(422);
    }
}
