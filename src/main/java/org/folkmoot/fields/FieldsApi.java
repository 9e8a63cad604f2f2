package org.folkmoot.fields;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Fact;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.ProfileField;
import org.folkmoot.members.Sayings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is known of people, for programs: the fields of every profile and the community's own.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class FieldsApi {

    private static final String PROFILE = "profile";

    private final CustomFields fields;
    private final Entries entries;
    private final Sayings sayings;
    private final PeopleFinder finder;

    FieldsApi(CustomFields fields, Entries entries, Sayings sayings, PeopleFinder finder) {
        this.fields = fields;
        this.entries = entries;
        this.sayings = sayings;
        this.finder = finder;
    }

    /// @param source "from GitHub", "said by Grace"
    /// @param at when it was true or was said; null if nobody knows
    record Value(String value, String source, @Nullable Instant at) {}

    /// @param value the one that counts
    /// @param values all that are known, that one first
    record Held(String key, String name, String kind, String value, List<Value> values) {}

    record HeldFields(List<Held> items) {}

    /// @param value as its kind writes it
    record Wish(@Nullable String value) {}

    @GetMapping("/members/{id}/fields")
    HeldFields of(Visitor visitor, @PathVariable long id) {
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var all = new ArrayList<Held>();
        for (var fact : sayings.facts(id)) {
            // without names that are addresses, unless they may be seen
            if (contacts || fact.field() != ProfileField.NAME) {
                all.add(held(fact));
            }
        }
        var theirs = entries.of(finder.one(id, contacts).member());
        for (var field : fields.inUse(contacts)) {
            var entry = theirs.get(field.id());
            if (entry != null) {
                all.add(
                        new Held(
                                field.key(),
                                field.name(),
                                field.kind().key(),
                                entry.value(),
                                List.of(new Value(entry.value(), entry.words(), entry.at()))));
            }
        }
        return new HeldFields(all);
    }

    private static Held held(Fact fact) {
        return new Held(
                fact.field().key(),
                fact.field().label(),
                PROFILE,
                fact.counts().value(),
                fact.values().stream()
                        .flatMap(
                                v ->
                                        v.sources().stream()
                                                .map(
                                                        s ->
                                                                new Value(
                                                                        v.value(), s.words(),
                                                                        s.asOf())))
                        .toList());
    }

    /// Says it by hand; what accounts tell is kept beside it.
    @PutMapping("/members/{id}/fields/{key}")
    @Needs(Permission.EDIT_PEOPLE)
    HeldFields say(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable String key,
            @RequestBody Wish wish) {
        if (wish.value() == null) {
            throw new Refusal.Unusable("Give a value; to take one back, send DELETE.");
        }
        return keep(visitor, id, key, wish.value());
    }

    /// Takes back what was said by hand.
    @DeleteMapping("/members/{id}/fields/{key}")
    @Needs(Permission.EDIT_PEOPLE)
    HeldFields takeBack(Visitor visitor, @PathVariable long id, @PathVariable String key) {
        return keep(visitor, id, key, null);
    }

    private HeldFields keep(Visitor visitor, long id, String key, @Nullable String value) {
        var member = finder.one(id, false).member();
        var profile = ProfileField.of(key);
        if (profile.isPresent()) {
            sayings.say(member, profile.get(), value);
        } else {
            var field =
                    fields.inUse(visitor.may(Permission.SEE_CONTACT_DATA)).stream()
                            .filter(f -> f.key().equals(key))
                            .findAny()
                            .orElseThrow(() -> new Refusal.NotFound("This field"));
            entries.put(field, value == null ? null : field.usable(value), List.of(member));
        }
        return of(visitor, member);
    }
}
