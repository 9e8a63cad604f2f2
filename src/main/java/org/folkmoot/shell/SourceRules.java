package org.folkmoot.shell;

import java.util.List;
import org.folkmoot.sources.roles.RoleEffect;
import org.folkmoot.sources.roles.RoleRules;
import org.folkmoot.sources.roles.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rules",
        description = {
            "Say which accounts of a connection are bots and which the team's.",
            "What is not named stays; an empty text (--bots '') takes away. Without options it tells the rules."
        })
final class SourceRules extends InCommunity {

    @Parameters(index = "0", paramLabel = "ID", description = "As source list tells it.")
    long id;

    @Option(names = "--bots", paramLabel = "NAME", description = "Name or handle, * for anything.")
    @Nullable List<String> bots;

    @Option(names = "--bot-id", paramLabel = "ID", description = "Id there; again for more.")
    @Nullable List<String> botIds;

    @Option(names = "--staff", paramLabel = "NAME", description = "Name or handle of the team.")
    @Nullable List<String> staff;

    @Option(
            names = "--staff-domain",
            paramLabel = "DOMAIN",
            description = "E-mail domain of the team.")
    @Nullable List<String> staffDomains;

    @Option(names = "--staff-id", paramLabel = "ID", description = "Id there of one of the team.")
    @Nullable List<String> staffIds;

    @Option(
            names = "--platform-bots",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the platform is believed who is a bot.")
    @Nullable Boolean platformBots;

    @Option(
            names = "--platform-staff",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the platform is believed who is of the team.")
    @Nullable Boolean platformStaff;

    @Option(names = "--look", description = "Only say what it would change.")
    boolean look;

    SourceRules(Class<?> application) {
        super(application);
    }

    @Override
    void work(ConfigurableApplicationContext site) {
        var roles = site.getBean(Roles.class);
        var now = roles.of(id);
        var then =
                new RoleRules(
                                platformBots == null ? now.platformBots() : platformBots,
                                platformStaff == null ? now.platformStaff() : platformStaff,
                                or(bots, now.bots()),
                                or(botIds, now.botIds()),
                                or(staff, now.staff()),
                                or(staffDomains, now.staffDomains()),
                                or(staffIds, now.staffIds()))
                        .checked();
        if (then.equals(now)) {
            var words = now.words();
            say(now, words.isEmpty() ? "As its platform says." : String.join(" ", words));
            return;
        }
        var effect = look ? roles.effect(id, then) : roles.keep(id, then);
        say(effect, words(effect));
    }

    private static List<String> or(@Nullable List<String> given, List<String> now) {
        return given == null ? now : given;
    }

    private String words(RoleEffect effect) {
        return "%s %,d accounts; %,d members with %,d activities leave the numbers, %,d people with %,d activities count again."
                .formatted(
                        look ? "It would change" : "It changes",
                        effect.accounts(),
                        effect.leaving(),
                        effect.activitiesLeaving(),
                        effect.entering(),
                        effect.activitiesEntering());
    }
}
