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
    void fromTheFirstVisitToSigningInWithAPasskeyAlone() {
        whoCannotHaveAPasskeyIsToldWhy();
        try (var context = Browser.context(1280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            var complaints = complaints(page);
            key(context, page);
            page.navigate(site() + "/");
            assertThat(page.url()).endsWith("/setup");
            assertThat(page.inputValue("#timezone")).isNotEmpty();
            page.fill("#community", "Ré:union 2026");
            assertThat(page.inputValue("#slug")).isEqualTo("re-union-2026");
            page.fill("#timezone", "Europe/Berlin");
            page.fill("#name", "Ada");
            page.fill("#email", "ada@example.org");
            assertThat(page.isChecked("[name=way][value=passkey]")).isTrue();
            assertThat(page.isVisible("#password")).isFalse();
            shoot(page, "setup");
            page.click("main button.btn-primary");
            page.waitForURL("**/setup/passkey");
            shoot(page, "setup-passkey");
            page.click("main a.btn-plain");
            page.waitForURL("**/setup?way=password");
            assertThat(page.inputValue("#community")).isEqualTo("Ré:union 2026");
            assertThat(page.isVisible("#password")).isTrue();
            page.check("[name=way][value=passkey]");
            page.keyboard().press("Enter");
            page.waitForURL("**/setup/passkey");
            page.keyboard().press("Enter"); // the button has the focus
            page.waitForURL("**/c/re-union-2026/today");

            page.navigate(site() + "/account");
            assertThat(page.textContent("main"))
                    .contains("This device", "Your only way in", "Set a password");
            assertThat(page.locator("[action$=removal]").count()).isZero();
            shoot(page, "account");
            theLastWayInStays(page);
            page.fill("#password", Cast.PASSWORD);
            page.click("[action='/account/password'] button");
            page.waitForURL("**/account?said=password");
            assertThat(page.locator("[action$=removal]").count()).isEqualTo(1);
            var before = cookie(context);
            context.clearCookies();
            page.navigate(site() + "/sign-in");
            shoot(page, "sign-in");
            page.click("[data-passkey-sign-in]");
            page.waitForURL("**/c/re-union-2026/today");
            assertThat(cookie(context)).isNotEqualTo(before);
            var link = invitation(page);
            for (var one : List.of("team", "tokens", "trail")) {
                page.navigate(site() + "/c/re-union-2026/" + one);
                shoot(page, one);
            }
            assertThat(page.textContent("main"))
                    .contains("passkey added", "community set up", "password changed");
            assertThat(complaints).isEmpty();
            graceJoins(link);
        }
    }

    /// Once with the passkey alone, begun over after the browser said no.
    private void graceJoins(String link) {
        try (var context = Browser.context(1280, ColorScheme.LIGHT)) {
            var page = context.newPage();
            page.navigate(link);
            page.fill("#name", "Grace");
            shoot(page, "join");
            Browser.assertAccessible(page);
            page.click("main button.btn-primary");
            page.waitForURL("**/passkey");
            Browser.assertAccessible(page);
            page.evaluate(
                    "() => { navigator.credentials.create = () => Promise.reject(new Error('no')); }");
            page.click("[data-passkey-create]");
            page.waitForSelector("[data-passkey-error]:visible");
            assertThat(page.textContent("[data-passkey-error]")).contains("nothing was set up yet");
            key(context, page);
            page.reload();
            page.click("[data-passkey-create]");
            page.waitForURL("**/c/re-union-2026/today");
            page.navigate(site() + "/account/welcome");
            shoot(page, "welcome");
            page.navigate(site() + "/account");
            assertThat(page.textContent("main")).contains("grace@example.org", "only way in");
        }
    }

    private void whoCannotHaveAPasskeyIsToldWhy() {
        var page = Browser.page(1280, ColorScheme.LIGHT);
        page.navigate("http://127.0.0.1:" + port + "/setup");
        assertThat(page.isVisible("#password")).isTrue();
        assertThat(page.isVisible("[name=way][value=passkey]")).isFalse();
        assertThat(page.textContent("[data-passkey-none]:visible")).contains("at localhost");
        shoot(page, "setup-password");
        Browser.assertAccessible(page);
        page.addInitScript("delete window.PublicKeyCredential");
        page.navigate(site() + "/setup");
        assertThat(page.isVisible("#password")).isTrue();
        assertThat(page.textContent("[data-passkey-none]:visible"))
                .contains("does not know passkeys");
        page.addInitScript("Object.defineProperty(window, 'isSecureContext', {value: false})");
        page.navigate(site() + "/setup");
        assertThat(page.textContent("[data-passkey-none]:visible")).contains("https");
        page.context().close();
    }

    private static void theLastWayInStays(Page page) {
        var sent =
                """
                async () => {
                    const head = (name) => document.querySelector(`meta[name="${name}"]`).content;
                    const send = (method, url) =>
                        fetch(url, { method, headers: { [head('csrf-header')]: head('csrf-token') } });
                    const keys = await (await send('POST', '/webauthn/register/options')).json();
                    const id = keys.excludeCredentials[0].id;
                    return [
                        (await send('POST', `/account/passkeys/${id}/removal`)).status,
                        (await send('DELETE', `/webauthn/register/${id}`)).status,
                    ];
                }
                """;
        assertThat(page.evaluate(sent)).isEqualTo(List.of(422, 403));
    }

    private String invitation(Page page) {
        page.navigate(site() + "/c/re-union-2026/team");
        page.fill("#email", "grace@example.org");
        page.click("form[action$=invitations] button");
        return page.textContent(".secret").strip();
    }

    private static String site() {
        return "http://localhost:" + port;
    }

    private static List<String> complaints(Page page) {
        var complaints = new java.util.ArrayList<String>();
        page.onConsoleMessage(
                m -> {
                    if (m.type().equals("error") && !m.text().matches(".*\\b(404|422|403)\\b.*")) {
                        complaints.add(m.text());
                    }
                });
        return complaints;
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
