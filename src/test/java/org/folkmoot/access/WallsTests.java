package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks through every route of a community there is, also those that will be added later.
@HouseTest
class WallsTests {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired MockMvc web;
    @Autowired Town town;
    @Autowired Cast cast;

    record Route(HttpMethod method, String pattern, HandlerMethod handler) {

        /// Every other variable becomes 1.
        String path(String slug) {
            return pattern.replace("{slug}", slug).replaceAll("\\{[^}]+}", "1").replace("**", "1");
        }
    }

    List<Route> routes() {
        var found = new ArrayList<Route>();
        routes.getHandlerMethods()
                .forEach(
                        (info, handler) -> {
                            for (var pattern : info.getPatternValues()) {
                                if (pattern.startsWith("/c/")
                                        || pattern.startsWith("/api/v1/communities/")) {
                                    methods(info.getMethodsCondition().getMethods())
                                            .forEach(
                                                    m -> found.add(new Route(m, pattern, handler)));
                                }
                            }
                        });
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }

    private static Stream<HttpMethod> methods(Set<RequestMethod> of) {
        return of.isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST)
                : of.stream().map(RequestMethod::asHttpMethod);
    }

    @Test
    void everyHandlerSaysWhatItNeeds() {
        assertThat(routes())
                .allSatisfy(r -> assertThat(NeedsCheck.neededBy(r.handler())).isNotNull());
    }

    @Test
    void everyRouteOfACommunityNamesIt() {
        assertThat(routes()).allSatisfy(r -> assertThat(r.pattern()).contains("/{slug}"));
    }

    @Test
    void nobodySeesAnythingOfACommunityTheyDoNotBelongTo() throws Exception {
        var theirs = town.found();
        cast.join(theirs, Role.LEAD);
        var mallory = cast.join(town.found(), Role.LEAD);
        for (var route : routes()) {
            var answer =
                    web.perform(
                                    MockMvcRequestBuilders.request(
                                                    route.method(), route.path(theirs.slug()))
                                            .with(Cast.as(mallory)))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).as(route.toString()).isEqualTo(404);
            assertThat(answer.getContentAsString())
                    .as(route.toString())
                    .doesNotContain(theirs.name())
                    .contains("This community is not here");
        }
    }

    @Test
    void aCommunityThatDoesNotExistLooksLikeOneOfOthers() throws Exception {
        var mallory = cast.join(town.found(), Role.LEAD);
        var theirs = town.found();
        for (var route : routes()) {
            var missing = answer(route, "no-such-town", mallory);
            assertThat(missing)
                    .as(route.toString())
                    .isEqualTo(answer(route, theirs.slug(), mallory));
        }
    }

    private String answer(Route route, String slug, String who) throws Exception {
        var answer =
                web.perform(
                                MockMvcRequestBuilders.request(route.method(), route.path(slug))
                                        .with(Cast.as(who)))
                        .andReturn()
                        .getResponse();
        return answer.getStatus() + " " + answer.getContentAsString();
    }

    @Test
    void aTokenOpensItsOwnCommunityOnly() throws Exception {
        var theirs = town.found();
        var token = cast.token(town.found(), Scope.WRITE);
        for (var route : routes().stream().filter(r -> r.pattern().startsWith("/api/")).toList()) {
            var answer =
                    web.perform(
                                    MockMvcRequestBuilders.request(
                                                    route.method(), route.path(theirs.slug()))
                                            .with(
                                                    request -> {
                                                        request.setRemoteAddr("10.1.2.3");
                                                        return request;
                                                    })
                                            .header("Authorization", "Bearer " + token))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).as(route.toString()).isIn(401, 429);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(answer.getContentAsString()).doesNotContain(theirs.name());
        }
    }

    @Test
    void nobodyGetsInWithoutSigningIn() throws Exception {
        var theirs = town.found();
        for (var route : routes()) {
            var answer =
                    web.perform(
                                    MockMvcRequestBuilders.request(
                                                    route.method(), route.path(theirs.slug()))
                                            .with(
                                                    org.springframework.security.test.web.servlet
                                                            .request
                                                            .SecurityMockMvcRequestPostProcessors
                                                            .csrf()))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus())
                    .as(route.toString())
                    .isEqualTo(route.pattern().startsWith("/api/") ? 401 : 302);
        }
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedInWords() throws Exception {
        var community = town.found();
        for (var role : Role.values()) {
            var who = cast.join(community, role);
            for (var route : routes()) {
                var needed = Objects.requireNonNull(NeedsCheck.neededBy(route.handler()));
                if (!role.may(needed)) {
                    var answer =
                            web.perform(
                                            MockMvcRequestBuilders.request(
                                                            route.method(),
                                                            route.path(community.slug()))
                                                    .with(Cast.as(who)))
                                    .andReturn()
                                    .getResponse();
                    assertThat(answer.getStatus()).as(role + " " + route).isEqualTo(403);
                    assertThat(answer.getContentAsString())
                            .contains("Your role cannot " + needed.words());
                }
            }
        }
    }
}
