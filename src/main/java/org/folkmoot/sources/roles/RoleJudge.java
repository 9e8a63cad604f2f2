package org.folkmoot.sources.roles;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.members.MailDomain;
import org.folkmoot.members.Ruled;
import org.jspecify.annotations.Nullable;

/// What rules say of an account. An id goes before a name, a name or domain before the platform,
/// and bots before the team.
final class RoleJudge {

    static final String MEMBER = "member";
    static final String STAFF = "staff";
    static final String BOT = "bot";

    /// What the platform alone says.
    static final RoleJudge PLATFORM = new RoleJudge(RoleRules.NONE);

    private final RoleRules rules;
    private final List<String> bots;
    private final List<String> staff;
    private final List<String> domains;
    private final Set<String> botIds;
    private final Set<String> staffIds;

    RoleJudge(RoleRules rules) {
        this.rules = rules;
        bots = rules.bots().stream().map(RoleWords::plain).toList();
        staff = rules.staff().stream().map(RoleWords::plain).toList();
        domains =
                rules.staffDomains().stream()
                        .map(MailDomain::key)
                        .filter(Objects::nonNull)
                        .toList();
        botIds = rules.botIds().stream().map(RoleWords::plain).collect(Collectors.toSet());
        staffIds = rules.staffIds().stream().map(RoleWords::plain).collect(Collectors.toSet());
    }

    /// Member, staff or bot.
    String of(Ruled account) {
        var id = RoleWords.plain(account.id());
        if (botIds.contains(id)) {
            return BOT;
        }
        if (staffIds.contains(id)) {
            return STAFF;
        }
        if (called(bots, account)) {
            return BOT;
        }
        if (called(staff, account) || writesFrom(account.email())) {
            return STAFF;
        }
        if (account.bot() && rules.platformBots()) {
            return BOT;
        }
        return account.staff() && rules.platformStaff() ? STAFF : MEMBER;
    }

    private static boolean called(List<String> patterns, Ruled account) {
        return !patterns.isEmpty()
                && Stream.of(account.name(), account.handle())
                        .filter(Objects::nonNull)
                        .map(name -> RoleWords.plain(RoleWords.bare(name.strip())))
                        .anyMatch(
                                name ->
                                        patterns.stream()
                                                .anyMatch(p -> RoleWords.matches(p, name)));
    }

    private boolean writesFrom(@Nullable String email) {
        if (domains.isEmpty() || email == null || email.indexOf('@') < 1) {
            return false;
        }
        var key = MailDomain.key(email.substring(email.lastIndexOf('@') + 1));
        return key != null
                && domains.stream().anyMatch(d -> key.equals(d) || key.startsWith(d + "."));
    }

    /// Of an account of which several connections tell: a bot if any says so, else the team's.
    static String strongest(String one, String other) {
        return one.equals(BOT) || other.equals(BOT)
                ? BOT
                : one.equals(STAFF) || other.equals(STAFF) ? STAFF : MEMBER;
    }
}
