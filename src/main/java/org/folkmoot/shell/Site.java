package org.folkmoot.shell;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What every verb shares: where the data is, and how to start as much of Folkmoot as it needs.
abstract class Site implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (FOLKMOOT_DATA; default: data, beside ./folkmoot).",
            defaultValue = "${env:FOLKMOOT_DATA:-${sys:folkmoot.home:-.}/data}")
    Path data = Path.of("data");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The web port (FOLKMOOT_PORT; default: 8080).",
            defaultValue = "${env:FOLKMOOT_PORT:-8080}")
    int port = 8080;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Spec CommandSpec spec = CommandSpec.create();

    /// A start that fails is told in one sentence (see `InWords`), not in the frameworks' own
    /// words.
    private static final Map<String, String> QUIET =
            Map.of(
                    "logging.level.org.springframework.boot.SpringApplication", "off",
                    "logging.level.org.springframework.boot.diagnostics", "off",
                    "logging.level.org.springframework.boot.web.server", "off",
                    "logging.level.org.flywaydb", "off",
                    "logging.level.org.springframework.context", "error");

    /// Which parts a server has, besides those of every verb.
    static final Map<String, Object> SERVER = Map.of("folkmoot.server", "true");

    final Class<?> application;

    Site(Class<?> application) {
        this.application = application;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("folkmoot.data", data.toString());
        settings.put("folkmoot.port", Integer.toString(port));
        if ("json".equals(System.getenv("FOLKMOOT_LOG"))) {
            settings.put("logging.structured.format.console", "logstash"); // one object a line
        }
        return settings;
    }

    /// Everything but the web, and each part of it only when the verb asks for it.
    ConfigurableApplicationContext backstage() {
        return start(
                WebApplicationType.NONE,
                Map.of("folkmoot.database.pool", "4", "spring.main.lazy-initialization", "true"));
    }

    /// Everything, from what was prepared for it if there is such.
    ConfigurableApplicationContext serve(Map<String, Object> more) {
        PreparedStart.useIfThere(application, System.getenv());
        var settings = new HashMap<>(more);
        settings.putAll(SERVER);
        return start(WebApplicationType.SERVLET, settings);
    }

    ConfigurableApplicationContext start(WebApplicationType web, Map<String, Object> more) {
        var app = new SpringApplication(application);
        app.setMainApplicationClass(application);
        app.setWebApplicationType(web);
        var settings = settings();
        settings.putAll(more);
        if (System.getenv("FOLKMOOT_DEBUG") == null) {
            settings.putAll(QUIET);
        }
        app.setDefaultProperties(settings);
        app.setLogStartupInfo(false);
        return app.run();
    }

    /// Works in the community of that short name; the only one there is when none is given.
    static <T> T in(ConfigurableApplicationContext site, @Nullable String slug, Work<T> work)
            throws Exception {
        var community = community(site, slug);
        return Here.in(community.id(), () -> work.in(community));
    }

    static Community community(ConfigurableApplicationContext site, @Nullable String slug) {
        var communities = site.getBean(Communities.class);
        if (slug != null) {
            return communities
                    .find(slug)
                    .orElseThrow(
                            () ->
                                    new Refusal.Unusable(
                                            "There is no community %s. See: folkmoot community list"
                                                    .formatted(slug)));
        }
        var all = communities.all();
        if (all.size() == 1) {
            return Objects.requireNonNull(all.getFirst());
        }
        throw new Refusal.Unusable(
                all.isEmpty()
                        ? "There is no community yet. See: folkmoot community create --help"
                        : "Say which community: --community SLUG. See: folkmoot community list");
    }

    interface Work<T> {
        T in(Community community) throws Exception;
    }
}
