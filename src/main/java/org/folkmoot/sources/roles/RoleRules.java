package org.folkmoot.sources.roles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.folkmoot.kernel.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which of a connection's accounts are bots, and which the team's.
///
/// @param platformBots whether the platform is believed who is a bot; the same for `platformStaff`
/// @param bots names or handles; `*` stands for any letters, also none
/// @param botIds as the platform tells them
/// @param staffDomains of e-mail addresses, with those below them: `example.org`
public record RoleRules(
        boolean platformBots,
        boolean platformStaff,
        List<String> bots,
        List<String> botIds,
        List<String> staff,
        List<String> staffDomains,
        List<String> staffIds) {

    /// The platform is believed, and nothing more said.
    public static final RoleRules NONE =
            new RoleRules(true, true, List.of(), List.of(), List.of(), List.of(), List.of());

    public RoleRules {
        bots = List.copyOf(bots);
        botIds = List.copyOf(botIds);
        staff = List.copyOf(staff);
        staffDomains = List.copyOf(staffDomains);
        staffIds = List.copyOf(staffIds);
    }

    /// The same, each line once and as it is kept.
    ///
    /// @throws Refusal.Unusable with what is wrong in words
    public RoleRules checked() {
        return new RoleRules(
                platformBots,
                platformStaff,
                usable(bots, RoleWords::name),
                usable(botIds, RoleWords::id),
                usable(staff, RoleWords::name),
                usable(staffDomains, RoleWords::domain),
                usable(staffIds, RoleWords::id));
    }

    private static List<String> usable(List<String> typed, UnaryOperator<String> checked) {
        var all = new ArrayList<String>();
        for (var one : typed) {
            var text = one.strip();
            if (!text.isEmpty()) {
                var good = checked.apply(text);
                if (all.stream().noneMatch(good::equalsIgnoreCase)) {
                    all.add(good);
                }
            }
        }
        return List.copyOf(RoleWords.few(all));
    }

    /// As a page's form has them, a line each; a form without them says nothing.
    ///
    /// @throws Refusal.Unusable with what is wrong in words
    public static RoleRules typed(Map<String, String> fields) {
        return RoleFields.typed(fields).rules();
    }

    /// As a program tells them; what is not named is as in [#NONE].
    ///
    /// @throws Refusal.Unusable with what is wrong in words
    public static RoleRules of(JsonNode told) {
        return read(told).checked();
    }

    /// As they were kept.
    static RoleRules read(JsonNode told) {
        return new RoleRules(
                told.path("platformBots").asBoolean(true),
                told.path("platformStaff").asBoolean(true),
                texts(told, "bots"),
                texts(told, "botIds"),
                texts(told, "staff"),
                texts(told, "staffDomains"),
                texts(told, "staffIds"));
    }

    private static List<String> texts(JsonNode told, String name) {
        var list = told.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new Refusal.Unusable("%s has to be a list of texts.".formatted(name));
        }
        return list.valueStream().map(one -> one.asString("")).toList();
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    /// Whether the platform is believed in everything, and in nobody else.
    public boolean none() {
        return equals(NONE);
    }

    /// One sentence each.
    public List<String> words() {
        return Stream.of(
                        platformBots ? "" : "Bots of the platform count as members.",
                        platformStaff ? "" : "Its moderators and admins count as members.",
                        said("Bots", bots, botIds),
                        said("The team", staff, staffIds),
                        said("The team writes from", staffDomains, List.of()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String said(String who, List<String> names, List<String> ids) {
        var all = Stream.concat(names.stream(), ids.stream()).toList();
        return all.isEmpty() ? "" : who + ": " + String.join(", ", all);
    }
}
