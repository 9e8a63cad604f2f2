package org.folkmoot.shell;

import java.util.Objects;
import org.folkmoot.members.MemberRecord;
import org.folkmoot.members.MemberRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "members", description = "List the people of a community, with their accounts.")
final class MembersVerb extends Site {

    private static final String LINE = "%-32s %-8s %-24s %10s %s";

    @Option(names = "--community", paramLabel = "SLUG", description = "Of which community.")
    @Nullable String community;

    @Option(names = "--json", description = "Print one JSON object a line.")
    boolean json;

    @Option(
            names = "--where",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Only those who fit: platform is github and not silent 60 days.")
    String where = "";

    MembersVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        try (var site = backstage()) {
            return in(
                    site,
                    community,
                    _ -> {
                        if (!json) {
                            out().println(
                                            LINE.formatted(
                                                    "name",
                                                    "role",
                                                    "organisation",
                                                    "activities",
                                                    "platforms"));
                        }
                        site.getBean(MemberRecords.class).each(where, this::print);
                        out().flush();
                        return 0;
                    });
        }
    }

    private void print(MemberRecord m) {
        out().println(
                        json
                                ? JsonMapper.shared().writeValueAsString(m)
                                : LINE.formatted(
                                        m.name(),
                                        m.role(),
                                        Objects.requireNonNullElse(m.organisation(), ""),
                                        m.activities(),
                                        String.join(" ", m.platforms())));
    }
}
