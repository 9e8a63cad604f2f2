package org.folkmoot.shell;

import java.util.LinkedHashMap;
import org.folkmoot.access.Scope;
import org.folkmoot.access.Tokens;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "token", description = "Let programs in.", subcommands = TokenVerb.Create.class)
final class TokenVerb extends Site {

    TokenVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    @Command(name = "create", description = "Make an API token and print it, this once.")
    static final class Create extends Site {

        @Option(names = "--community", description = "Short name of the community.")
        @Nullable String community;

        @Option(names = "--scope", required = true, description = "read or write.")
        String scope = "";

        @Option(
                names = "--name",
                defaultValue = "command line",
                description = "What it is for (default: command line).")
        String name = "";

        @Option(names = "--json", description = "Print it as JSON.")
        boolean json;

        Create(Class<?> application) {
            super(application);
        }

        @Override
        public Integer call() throws Exception {
            var to =
                    Scope.of(scope)
                            .orElseThrow(
                                    () ->
                                            new Refusal.Unusable(
                                                    "There is no scope %s. Use read or write."
                                                            .formatted(scope)));
            try (var site = backstage()) {
                return in(
                        site,
                        community,
                        here -> {
                            var token = site.getBean(Tokens.class).create(name, to);
                            out().println(json ? asJson(here.slug(), to, token) : token);
                            return 0;
                        });
            }
        }

        private String asJson(String slug, Scope to, String token) {
            var all = new LinkedHashMap<String, String>();
            all.put("community", slug);
            all.put("name", name);
            all.put("scope", to.key());
            all.put("token", token);
            return JsonMapper.shared().writeValueAsString(all);
        }
    }
}
