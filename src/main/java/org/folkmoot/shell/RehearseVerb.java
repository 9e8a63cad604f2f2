package org.folkmoot.shell;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Communities;
import picocli.CommandLine.Command;

/// Starts what verbs start and then a server, on an empty folder, opens the first pages and stops,
/// so that the JDK can note which classes a start loads (its AOT cache). The launcher calls it
/// after a build.
@Command(name = "rehearse", hidden = true, description = "Start, open the first pages and stop.")
final class RehearseVerb extends Site {

    private static final List<String> PAGES =
            List.of("/", "/setup", "/sign-in", "/health", "/nowhere", "/css/folkmoot.css");
    private static final int ROUNDS = 5;

    RehearseVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var backstage = backstage()) {
            backstage.getBean(Communities.class).all();
        }
        try (var site = serve(Map.of());
                var browser =
                        HttpClient.newBuilder()
                                .followRedirects(HttpClient.Redirect.NORMAL)
                                .build()) {
            var root = "http://localhost:" + site.getEnvironment().getProperty("local.server.port");
            for (int round = 0; round < ROUNDS; round++) {
                for (var page : PAGES) {
                    var request = HttpRequest.newBuilder(URI.create(root + page)).build();
                    browser.send(request, HttpResponse.BodyHandlers.discarding());
                }
            }
            return 0;
        }
    }
}
