package org.folkmoot.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The description of the API, which is written by hand, tells all there is and nothing else.
@HouseTest
class ApiDocsTests {

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

    @LocalServerPort int port;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void everyRouteOfTheApiIsDescribedAndEveryDescribedRouteIsThere() throws IOException {
        var there =
                requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(
                                route ->
                                        !route.getValue().getBeanType().getName().contains("Probe"))
                        .map(Map.Entry::getKey)
                        .flatMap(ApiDocsTests::calls)
                        .filter(call -> call.contains(" /api/v1/"))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described()).containsExactlyElementsOf(there);
    }

    @Test
    void thePageForProgrammersIsDrawnWithoutBreakingThePolicy() {
        try (var page = Browser.page(1280, ColorScheme.LIGHT)) {
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            complaints.add(message.text());
                        }
                    });
            page.onPageError(complaints::add);

            page.navigate("http://localhost:" + port + "/api/docs");
            assertThat(page.getByText("The numbers of community health")).isVisible();
            page.getByText("The numbers of community health").click();
            assertThat(page.getByText("The window's last day. Today if left out.")).isVisible();

            assertThat(complaints).isEmpty();
        }
    }

    private static java.util.stream.Stream<String> calls(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .flatMap(
                        path ->
                                route.getMethodsCondition().getMethods().stream()
                                        .map(
                                                verb ->
                                                        verb.name()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                + " "
                                                                + path));
    }

    private static Set<String> described() throws IOException {
        var calls = new TreeSet<String>();
        try (var file = new ClassPathResource("static/api/openapi.yaml").getInputStream()) {
            Map<String, Map<String, Map<String, ?>>> yaml =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            java.util.Objects.requireNonNull(yaml.get("paths"))
                    .forEach(
                            (path, verbs) ->
                                    verbs.keySet().stream()
                                            .filter(VERBS::contains)
                                            .forEach(verb -> calls.add(verb + " " + path)));
        }
        return calls;
    }
}
