package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.PeopleFinder;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.ServletRequestPathUtils;

/// Walks through the desk as each role does, by every link and every part that a page loads, and
/// looks at every button.
@HouseTest
@NullUnmarked
class OffersTests {

    private static final String CHAT = "slack:T1";
    private static final String FORUM = "discourse:forum";
    private static final int MOST = 400;

    private static final Pattern LINK =
            Pattern.compile("(?:\\bhref|\\bhx-get|\\bdata-card)=\"([^\"]+)\"");
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    /// A form without one is only a frame around its rows.
    private static final Pattern BUTTON = Pattern.compile("<button(?![^>]*type=\"button\")");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]*)\"");
    private static final Pattern POSTED = Pattern.compile("(?:formaction|hx-post)=\"([^\"]+)\"");

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Intaking intaking;
    @Autowired PeopleFinder finder;
    @Autowired MockMvcTester browser;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Community furnished() {
        var here = town.found();
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(CHAT, "Chat", Markup.SLACK));
        all.add(new Found.Origin(FORUM, "Forum", Markup.MARKDOWN));
        all.add(Found.Place.of(CHAT, "C1", "help", Style.CHAT));
        for (var name : List.of("Ada Lovelace", "Grace Hopper", "Zoë Quill", "山田花子", "محمد")) {
            all.add(
                    Person.of(CHAT, name)
                            .with("name", name)
                            .with(
                                    "handle",
                                    name.toLowerCase(java.util.Locale.ROOT).replace(" ", ""))
                            .with("email", name.length() + "x@engines.example")
                            .tagged(Set.of("champion")));
            all.add(Person.of(FORUM, name).with("name", name));
        }
        var now = Instant.now().minusSeconds(86_400);
        for (int n = 0; n < 6; n++) {
            all.add(
                    Deed.of(
                                    CHAT,
                                    "q" + n,
                                    Kind.QUESTION,
                                    "Ada Lovelace",
                                    now.minusSeconds(9_000L * n))
                            .in("C1")
                            .saying("How do I rotate keys?"));
            all.add(
                    Deed.of(
                                    CHAT,
                                    "a" + n,
                                    Kind.ANSWER,
                                    "Zoë Quill",
                                    now.minusSeconds(9_000L * n - 60))
                            .in("C1")
                            .under("q" + n)
                            .saying("Like this."));
        }
        intaking.take(here, all);
        var lead = cast.join(here, Role.LEAD);
        var ada = town.in(here, () -> finder.find("Ada", true, 1)).getFirst().member();
        var zoe = town.in(here, () -> finder.find("Zoë", true, 1)).getFirst().member();
        post(here, lead, "/tasks", "text", "Call her", "about", "" + ada);
        post(here, lead, "/people/%d/notes".formatted(ada), "text", "Likes engines");
        post(here, lead, "/segments", "segment", "Champions", "query", "tag=champion");
        post(here, lead, "/settings/fields", "name", "Size", "kind", "text", "choices", "");
        post(here, lead, "/gifts/catalogue", "name", "Mug", "stock", "3");
        post(here, lead, "/care/of/%d/watch".formatted(ada));
        post(
                here,
                lead,
                "/privacy/people/%d/restraints".formatted(zoe),
                "kind",
                "objection",
                "reason",
                "Said so");
        return here;
    }

    private MvcTestResult post(Community here, String who, String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noPageOffersWhatTheRoleMayNotDo(Role role) throws Exception {
        var here = furnished();
        var who = cast.join(here, role);
        var home = "/c/" + here.slug();
        var waiting = new ArrayDeque<>(List.of(home));
        var met = new HashSet<>(waiting);
        var wrong = new TreeSet<String>();
        var walked = 0;
        while (!waiting.isEmpty() && walked < MOST) {
            var path = waiting.poll();
            walked++;
            var answer =
                    browser.get().uri(URI.create(path)).with(Cast.as(who)).exchange().getResponse();
            if (answer.getStatus() == 403 || answer.getStatus() >= 500) {
                wrong.add(answer.getStatus() + " " + path);
            }
            var next = answer.getHeader("Location");
            if (next != null) {
                meet(home, next, met, waiting);
            }
            var type = answer.getContentType();
            if (type == null || !type.startsWith("text/html")) {
                continue;
            }
            var html = answer.getContentAsString();
            for (var link : all(LINK, html)) {
                meet(home, link, met, waiting);
            }
            for (var action : posts(html, path)) {
                if (action.startsWith(home) && !may(role, action)) {
                    wrong.add("POST " + action + " on " + path);
                }
            }
        }
        assertThat(walked).as("pages walked through").isGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    /// One page of each kind is enough: addresses that differ in numbers alone are alike.
    private static void meet(
            String home, String link, Set<String> met, ArrayDeque<String> waiting) {
        var path = link.replaceFirst("#.*", "").replaceFirst("^https?://[^/]+", "");
        var kind = path.replaceFirst(home, "").replaceAll("\\d+", "N").replaceAll("=[^&]*", "=");
        if ((path.equals(home) || path.startsWith(home + "/") || path.startsWith(home + "?"))
                && met.add(kind)) {
            waiting.add(path.replace(" ", "%20"));
        }
    }

    private static List<String> posts(String html, String page) {
        var actions = new ArrayList<>(all(POSTED, html));
        var forms = FORM.matcher(html);
        while (forms.find()) {
            if (forms.group(1).contains("method=\"post\"")
                    && BUTTON.matcher(forms.group(2)).find()) {
                var action = ACTION.matcher(forms.group(1));
                actions.add(action.find() ? HtmlUtils.htmlUnescape(action.group(1)) : page);
            }
        }
        return actions;
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
    }

    private boolean may(Role role, String action) throws Exception {
        var request = new MockHttpServletRequest("POST", action.replaceFirst("\\?.*", ""));
        ServletRequestPathUtils.parseAndCache(request);
        var chain = requestMappingHandlerMapping.getHandler(request);
        assertThat(chain).as("who hears POST " + action).isNotNull();
        if (!(chain.getHandler() instanceof HandlerMethod method)) {
            return true;
        }
        var needed = NeedsCheck.neededBy(method);
        return needed == null || role.may(needed);
    }
}
