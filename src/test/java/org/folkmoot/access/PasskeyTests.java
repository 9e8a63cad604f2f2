package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.Browser;
import org.folkmoot.Folkmoot;
import org.folkmoot.store.FreshDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The first visit in a real browser, with a security key that only exists in it.
@SpringBootTest(
        classes = Folkmoot.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "folkmoot.server=true")
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
@Tag("browser")
class PasskeyTests {

    private static int port;

    @DynamicPropertySource
    static void aPortThatIsKnownBefore(DynamicPropertyRegistry settings) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        settings.add("folkmoot.port", () -> port);
    }

    @Test
    void fromTheFirstVisitToSigningInWithAPasskey() {
        try (var browser = org.folkmoot.Browser.launch();
                var context = browser.context(1280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var complaints = new java.util.ArrayList<String>();
            page.onConsoleMessage(
                    m -> {
                        if (m.type().equals("error") && !m.text().contains("404")) {
                            complaints.add(m.text());
                        }
                    });
            key(context, page);
            page.navigate("http://localhost:" + port + "/");
            assertThat(page.url()).endsWith("/setup");
            assertThat(page.inputValue("#timezone")).isNotEmpty();
            page.fill("#community", "Ré:union 2026");
            assertThat(page.inputValue("#slug")).isEqualTo("re-union-2026");
            page.fill("#timezone", "Europe/Berlin");
            page.fill("#name", "Ada");
            page.fill("#email", "ada@example.org");
            page.fill("#password", Cast.PASSWORD);
            shoot(page, "setup");
            page.click("main button.btn-primary");
            page.waitForURL("**/account/welcome");
            shoot(page, "welcome");
            page.click("[data-passkey-add]");
            page.waitForURL("**/c/re-union-2026/today");

            page.navigate("http://localhost:" + port + "/account");
            assertThat(page.textContent("main")).contains("This device", "Added");
            shoot(page, "account");
            for (var one : List.of("team", "tokens", "trail")) {
                page.navigate("http://localhost:" + port + "/c/re-union-2026/" + one);
                shoot(page, one);
            }
            assertThat(page.textContent("main")).contains("passkey added", "community set up");

            var before = cookie(context);
            context.clearCookies();
            page.navigate("http://localhost:" + port + "/sign-in");
            shoot(page, "sign-in");
            page.click("[data-passkey-sign-in]");
            page.waitForURL("**/c/re-union-2026/today");
            assertThat(cookie(context)).isNotEqualTo(before);
            page.navigate("http://localhost:" + port + "/account");
            assertThat(page.textContent("main")).contains("ada@example.org");
            assertThat(complaints).isEmpty();
        }
    }

    private static String cookie(BrowserContext context) {
        return context.cookies().stream()
                .filter(c -> c.name.equals("folkmoot"))
                .map(c -> c.value)
                .findAny()
                .orElse("");
    }

    private static void key(BrowserContext context, Page page) {
        var devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var argument = new JsonObject();
        argument.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", argument);
    }

    /// In both widths, light and dark, for people to look at.
    private static void shoot(Page page, String name) {
        for (var width : new int[] {1280, 360}) {
            for (var scheme : com.microsoft.playwright.options.ColorScheme.values()) {
                if (scheme.name().equals("NO_PREFERENCE")) {
                    continue;
                }
                page.setViewportSize(width, width == 360 ? 740 : 900);
                page.emulateMedia(
                        new Page.EmulateMediaOptions()
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE));
                Browser.picture(
                        page,
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        Path.of(
                                                "target",
                                                "pictures",
                                                "%s-%d-%s.png".formatted(name, width, scheme))));
            }
        }
        page.setViewportSize(1280, 900);
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
    }
}
