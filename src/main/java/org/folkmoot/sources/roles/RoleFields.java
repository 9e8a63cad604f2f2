package org.folkmoot.sources.roles;

import java.util.List;
import java.util.Map;

/// Rules as fields of a form have them, a line each; also those that cannot be used as they are.
public record RoleFields(
        boolean platformBots,
        boolean platformStaff,
        String bots,
        String botIds,
        String staff,
        String staffDomains,
        String staffIds) {

    static RoleFields of(RoleRules rules) {
        return new RoleFields(
                rules.platformBots(),
                rules.platformStaff(),
                lines(rules.bots()),
                lines(rules.botIds()),
                lines(rules.staff()),
                lines(rules.staffDomains()),
                lines(rules.staffIds()));
    }

    private static String lines(List<String> all) {
        return String.join("\n", all);
    }

    /// As somebody typed them; a form that was not sent yet believes the platform.
    public static RoleFields typed(Map<String, String> fields) {
        var sent = fields.containsKey("rules-bots");
        return new RoleFields(
                !sent || fields.containsKey("rules-platform-bots"),
                !sent || fields.containsKey("rules-platform-staff"),
                fields.getOrDefault("rules-bots", ""),
                fields.getOrDefault("rules-bot-ids", ""),
                fields.getOrDefault("rules-staff", ""),
                fields.getOrDefault("rules-staff-domains", ""),
                fields.getOrDefault("rules-staff-ids", ""));
    }

    /// @throws org.folkmoot.kernel.Refusal.Unusable with what is wrong in words
    RoleRules rules() {
        return new RoleRules(
                        platformBots,
                        platformStaff,
                        bots.lines().toList(),
                        botIds.lines().toList(),
                        staff.lines().toList(),
                        staffDomains.lines().toList(),
                        staffIds.lines().toList())
                .checked();
    }

    /// Whether anything is there to see when the form opens.
    public boolean said() {
        return !platformBots
                || !platformStaff
                || !(bots + botIds + staff + staffDomains + staffIds).isBlank();
    }
}
