package org.folkmoot.shell;

import java.util.Map;
import org.folkmoot.access.Admissions;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "community",
        description = "Create or list communities.",
        subcommands = {CommunityVerb.Create.class, CommunityVerb.ListAll.class})
final class CommunityVerb extends Site {

    CommunityVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    @Command(name = "create", description = "Create a community.")
    static final class Create extends Site {

        @Option(names = "--slug", required = true, description = "Short name, used in addresses.")
        String slug = "";

        @Option(names = "--name", required = true, description = "Name as people say it.")
        String name = "";

        @Option(
                names = "--kind",
                defaultValue = "other",
                description =
                        "open-source, developer, user, brand, coworking, residential, non-profit or other.")
        String kind = "other";

        @Option(names = "--timezone", defaultValue = "UTC", description = "Like Europe/Berlin.")
        String timezone = "UTC";

        @Option(names = "--locale", defaultValue = "en", description = "Its language, like de.")
        String locale = "en";

        @Option(names = "--json", description = "Print the community as JSON.")
        boolean json;

        Create(Class<?> application) {
            super(application);
        }

        @Override
        public Integer call() {
            try (var site = backstage()) {
                var made =
                        site.getBean(Communities.class)
                                .create(slug, name, kind, timezone, locale, false);
                out().println(
                                json
                                        ? asJson(made)
                                        : "Created %s (%s).".formatted(made.name(), made.slug()));
                if (!site.getBean(Admissions.class).anyAccount()) {
                    err().println(
                                    "Nobody can sign in yet. Next: ./folkmoot account create --community %s --name NAME --email ADDRESS"
                                            .formatted(made.slug()));
                }
                return 0;
            }
        }
    }

    @Command(name = "list", description = "List the communities of this installation.")
    static final class ListAll extends Site {

        @Option(names = "--json", description = "Print one JSON object a line.")
        boolean json;

        ListAll(Class<?> application) {
            super(application);
        }

        @Override
        public Integer call() {
            try (var site = backstage()) {
                for (var c : site.getBean(Communities.class).all()) {
                    out().println(
                                    json
                                            ? asJson(c)
                                            : "%-24s %s (%s, %s)"
                                                    .formatted(
                                                            c.slug(),
                                                            c.name(),
                                                            c.kind().label(),
                                                            c.zone()));
                }
                return 0;
            }
        }
    }

    private static String asJson(Community c) {
        return JsonMapper.shared()
                .writeValueAsString(
                        new java.util.LinkedHashMap<>(
                                Map.of(
                                        "slug", c.slug(),
                                        "name", c.name(),
                                        "kind", c.kind().key(),
                                        "timezone", c.zone().getId(),
                                        "locale", c.locale().toLanguageTag())));
    }
}
