package org.folkmoot.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.connections.PlatformTold;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "platforms",
        description = "Say what can be connected, and what each platform wants to be told.")
final class SourcePlatforms extends Site {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PLATFORM",
            description = "Such as github; all of them when left out.")
    @Nullable String platform;

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    SourcePlatforms(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        try (var site = backstage()) {
            var platforms = site.getBean(Platforms.class);
            var asked = platform == null ? platforms.all() : List.of(platforms.named(platform));
            for (var one : asked) {
                var told = PlatformTold.of(one);
                out().println(
                                json
                                        ? JsonMapper.shared().writeValueAsString(told)
                                        : platform == null ? line(told) : whole(told));
            }
            out().flush();
            return 0;
        }
    }

    private static String line(PlatformTold one) {
        return "%-16s %s".formatted(one.platform(), one.words());
    }

    private static String whole(PlatformTold one) {
        return one.title()
                + ": "
                + one.words()
                + one.settings().stream()
                        .map(
                                s ->
                                        "%n  --setting %s=%s  %s"
                                                .formatted(
                                                        s.name(),
                                                        s.fallback(),
                                                        wanted(s.needed(), s.label(), s.help())))
                        .collect(Collectors.joining())
                + one.secrets().stream()
                        .map(
                                s ->
                                        "%n  --secret %s=  %s"
                                                .formatted(
                                                        s.name(),
                                                        wanted(s.needed(), s.label(), s.why())))
                        .collect(Collectors.joining());
    }

    private static String wanted(boolean needed, String label, String help) {
        return "%s%s. %s".formatted(label, needed ? " (needed)" : "", help);
    }
}
