package org.folkmoot.shell;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.access.Admissions;
import org.folkmoot.access.Role;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "account", description = "Let people in.", subcommands = AccountVerb.Create.class)
final class AccountVerb extends Site {

    AccountVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out());
        return 0;
    }

    @Command(
            name = "create",
            description =
                    "Make an account for someone. Without a password, print the path of a link that lets them choose one.")
    static final class Create extends Site {

        @Option(names = "--community", description = "Short name of the community.")
        @Nullable String community;

        @Option(names = "--name", required = true, description = "Name as people say it.")
        String name = "";

        @Option(names = "--email", required = true, description = "What they sign in with.")
        String email = "";

        @Option(
                names = "--role",
                defaultValue = "lead",
                description =
                        "lead, director, manager, coordinator, moderator or analyst (default: lead).")
        String role = "lead";

        @Option(
                names = "--password-stdin",
                description = "Read the password from the standard input, one line.")
        boolean passwordFromInput;

        Create(Class<?> application) {
            super(application);
        }

        @Override
        public Integer call() throws Exception {
            var as = Role.of(role).orElseThrow(() -> unknown(role));
            var password = passwordFromInput ? firstLine() : null;
            try (var site = backstage()) {
                return in(
                        site,
                        community,
                        here -> {
                            var admissions = site.getBean(Admissions.class);
                            if (password != null) {
                                admissions.create(name, email, as, password);
                                out().println("Created the account of %s.".formatted(name));
                            } else {
                                out().println(
                                                "/join/%s/%s"
                                                        .formatted(
                                                                here.slug(),
                                                                admissions.invite(email, as)));
                                err().println(
                                                "Open this path on your Folkmoot within 7 days to choose a password.");
                            }
                            return 0;
                        });
            }
        }

        private static String firstLine() throws java.io.IOException {
            var line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            if (line == null || line.isEmpty()) {
                throw new Refusal.Unusable(
                        "There is no password on the standard input. Write it there as one line.");
            }
            return line;
        }

        private static Refusal unknown(String role) {
            return new Refusal.Unusable(
                    "There is no role %s. Use one of: %s."
                            .formatted(
                                    role,
                                    String.join(
                                            ", ",
                                            Arrays.stream(Role.values())
                                                    .map(r -> r.name().toLowerCase(Locale.ROOT))
                                                    .toList())));
        }
    }
}
