package org.folkmoot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;

/// What the team of the made-up community noted of its people in fields of its own, and where it
/// knows better than an account.
final class OwnFields {

    private static final String TEAM = "Grace";
    private static final List<String> SIZES = List.of("XS", "S", "M", "L", "XL");

    private final Instant until;
    private final Finds finds;

    OwnFields(Instant until, Finds finds) {
        this.until = until;
        this.finds = finds;
    }

    void make() {
        make("shirt", "T-shirt size", "choice", SIZES, false);
        make("speaks", "Would speak at an event", "yes_no", List.of(), false);
        make("helps_since", "Helps since", "date", List.of(), false);
        make("mentees", "Newcomers they look after", "number", List.of(), false);
        make("food", "Does not eat", "text", List.of(), true);
    }

    private void make(String key, String name, String kind, List<String> choices, boolean guarded) {
        finds.add(
                Found.Also.of(
                        "field",
                        Map.of(
                                "key", key,
                                "name", name,
                                "kind", kind,
                                "choices", choices,
                                "guarded", guarded)));
    }

    /// Of those who help most, much is known; of others, little.
    void tell(Actor actor) {
        int habit = Math.floorMod(actor.handle().hashCode(), 10);
        if (actor.role() == Role.CHAMPION) {
            tell(actor, "shirt", SIZES.get(habit % SIZES.size()), true);
            tell(actor, "speaks", habit < 6 ? "yes" : "no", true);
            var since = LocalDate.ofInstant(until, ZoneOffset.UTC).minusDays(90L + habit * 50L);
            tell(actor, "helps_since", since.toString(), true);
            tell(actor, "mentees", Integer.toString(habit % 4), true);
            if (habit == 1 || habit == 4) {
                tell(actor, "food", habit == 1 ? "Meat" : "Peanuts", true);
            }
            if (habit == 2) {
                tell(actor, "title", "Keeper of the lantern docs", false);
            }
        } else if (actor.role() == Role.REGULAR && habit == 3) {
            tell(actor, "shirt", SIZES.get(actor.handle().length() % SIZES.size()), true);
        }
    }

    private void tell(Actor actor, String field, String value, boolean own) {
        var platform = actor.accounts().keySet().stream().sorted().findFirst();
        platform.ifPresent(
                on ->
                        finds.add(
                                Found.Also.of(
                                        own ? "entry" : "said",
                                        Map.of(
                                                "source",
                                                on.source(),
                                                "externalId",
                                                actor.id(on),
                                                "field",
                                                field,
                                                "value",
                                                value,
                                                "by",
                                                TEAM,
                                                "at",
                                                at(value).toString()))));
    }

    private Instant at(String value) {
        return until.minusSeconds(86_400L * (3 + value.length()));
    }
}
