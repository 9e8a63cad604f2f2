package org.folkmoot.sources.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.pulls.Progress;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class ConnectionsPageTests {

    private static final String SECRET = "s3cret-of-Ada";

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired Progress progress;
    @Autowired HookPath hooks;
    @Autowired MockMvcTester browser;
    private final Harness.Hands hands = new Harness.Hands();

    private MvcTestResult get(Community here, String who, String path) {
        return browser.get()
                .uri("/c/%s/connections%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    private Source connect(Community here) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", "https://forum.example.org"),
                                        Map.of("api-key", SECRET)));
    }

    @Test
    void theGallerySaysWhatEachPlatformCanDo() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        assertThat(get(here, ada, ""))
                .hasStatusOk()
                .bodyText()
                .contains("Connect where your community talks", "Discourse", "GitHub", "Slack")
                .contains("reads what people do");
        assertThat(get(here, ada, "/new/github"))
                .hasStatusOk()
                .bodyText()
                .contains("Access token", "Issues: read, for issues and comments", "Repositories");
        assertThat(get(here, cast.join(here, Role.ANALYST), "")).hasStatus(403);
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStaysButForSecrets() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        assertThat(
                        browser.post()
                                .uri("/c/%s/connections/new/github".formatted(here.slug()))
                                .with(Cast.as(ada))
                                .with(csrf())
                                .param("repositories", "no repository")
                                .param("token", SECRET)
                                .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("no repository is no repository: write it as owner/name.")
                .doesNotContain(SECRET);
        assertThat(town.in(here, sources::all)).isEmpty();
    }

    @Test
    void aBrokenConnectionIsOneCardWithOneButtonAndNoSecretIsShownAgain() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        town.in(
                here,
                () -> {
                    progress.broke(
                            source, "The forum does not accept its secret.", hands.instant());
                    return true;
                });
        assertThat(get(here, ada, ""))
                .bodyText()
                .contains("One of them needs you", "does not accept its secret", "Mend it");
        assertThat(get(here, ada, "/" + source.id()))
                .hasStatusOk()
                .bodyText()
                .contains("/hooks/" + source.id(), "https://forum.example.org", "Resume")
                .doesNotContain(SECRET);
    }

    @Test
    void pausingCanBeTakenBackAndDisconnectingKeepsWhatCame() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source = connect(here);
        assertThat(post(here, ada, source, "/pause")).hasStatus(302);
        assertThat(town.in(here, () -> sources.get(source.id())).state())
                .isEqualTo(Source.State.PAUSED);
        assertThat(get(here, ada, "/" + source.id())).bodyText().contains("Resume");
        assertThat(post(here, ada, source, "/resume")).hasStatus(302);
        assertThat(town.in(here, () -> sources.get(source.id())).state())
                .isEqualTo(Source.State.ON);
        assertThat(post(here, ada, source, "/pause")).hasStatus(302);
        assertThat(post(here, ada, source, "/removal")).hasStatus(302);
        assertThat(town.in(here, sources::all)).isEmpty();
    }

    @Test
    void whatItBroughtIsErasedOnlyWhenItsNameIsTypedAndByWhoeverMay() {
        var here = town.found();
        var ada = cast.join(here, Role.LEAD);
        var source = connect(here);
        var path = "/c/%s/connections/%d/erasure".formatted(here.slug(), source.id());
        assertThat(get(here, ada, "/" + source.id())).bodyText().contains(path);
        assertThat(get(here, ada, "/%d/erasure".formatted(source.id())))
                .hasStatusOk()
                .bodyText()
                .contains("There is no undo", "Stays, and why", source.name());
        assertThat(erase(path, ada, "something else")).hasStatus(422);
        assertThat(erase(path, cast.join(here, Role.ANALYST), source.name())).hasStatus(403);
        assertThat(town.in(here, sources::all)).hasSize(1);
        assertThat(erase(path, ada, source.name())).hasStatus(302);
        for (int n = 0; n < 600 && !town.in(here, sources::all).isEmpty(); n++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(town.in(here, sources::all)).isEmpty();
    }

    private MvcTestResult erase(String path, String who, String typed) {
        return browser.post()
                .uri(path)
                .with(Cast.as(who))
                .with(csrf())
                .param("typed", typed)
                .exchange();
    }

    @Test
    void whatAHandshakeBroughtIsShownOnceToWhoeverHasToTypeItIn() {
        var here = town.found();
        var ada = cast.join(here, Role.COORDINATOR);
        var source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add("notion", "", Map.of(), Map.of("token", SECRET)));
        var page = "/" + source.id();
        assertThat(get(here, ada, page)).bodyText().doesNotContain("Show the token");
        assertThat(
                        browser.post()
                                .uri(town.in(here, () -> hooks.of(source)))
                                .contentType("application/json")
                                .content("{\"verification_token\":\"secret_of-Notion\"}")
                                .exchange())
                .hasStatusOk();
        assertThat(get(here, ada, page))
                .bodyText()
                .contains("Show the token")
                .doesNotContain("secret_of-Notion");
        assertThat(post(here, ada, source, "/calls/token"))
                .hasStatusOk()
                .bodyText()
                .contains("<code>secret_of-Notion</code>");
        assertThat(get(here, ada, page))
                .bodyText()
                .doesNotContain("Show the token", "secret_of-Notion");
        assertThat(post(here, ada, source, "/calls/token")).hasStatus(302);
    }

    private MvcTestResult post(Community here, String who, Source source, String what) {
        return browser.post()
                .uri("/c/%s/connections/%d%s".formatted(here.slug(), source.id(), what))
                .with(Cast.as(who))
                .with(csrf())
                .exchange();
    }
}
