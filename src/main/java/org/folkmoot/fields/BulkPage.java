package org.folkmoot.fields;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleChoice;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A field said of many people at once, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/fields")
class BulkPage {

    private final CustomFields fields;
    private final Entries entries;
    private final PeopleChoice choice;
    private final Frames frames;
    private final Html html;

    BulkPage(CustomFields fields, Entries entries, PeopleChoice choice, Frames frames, Html html) {
        this.fields = fields;
        this.entries = entries;
        this.choice = choice;
        this.frames = frames;
        this.html = html;
    }

    /// @param who the chosen ones; empty when everybody of the list is meant
    /// @param query of the list, where to return to
    record Shown(
            Desk desk,
            List<CustomField> fields,
            List<Long> who,
            boolean everyone,
            String query,
            long field,
            String value,
            String error) {}

    /// Asks which field, and what to say.
    @PostMapping("/choice")
    View choose(
            Visitor visitor,
            @RequestParam String query,
            @RequestParam(required = false) @Nullable String everyone,
            @RequestParam(required = false) @Nullable List<Long> who) {
        var people = whom(visitor, query, everyone != null, who);
        if (people.isEmpty()) {
            frames.say(Flash.bad("Choose one person or more, then set a field."));
            return list(visitor, query);
        }
        return ask(visitor, people.size(), everyone != null, who, query, 0, "", "");
    }

    @PostMapping("/bulk")
    View put(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam String query,
            @RequestParam(defaultValue = "false") boolean everyone,
            @RequestParam(required = false) @Nullable List<Long> who,
            @RequestParam long field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(name = "do") String deed) {
        var people = whom(visitor, query, everyone, who);
        Entries.Done done;
        CustomField known;
        try {
            known = usable(visitor, field);
            done = entries.put(known, deed.equals("take") ? null : known.usable(value), people);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return ask(
                    visitor,
                    people.size(),
                    everyone,
                    who,
                    query,
                    field,
                    value,
                    String.valueOf(e.getMessage()));
        }
        frames.say(
                done.batch() == 0
                        ? Flash.good("It was like that for all of them already.")
                        : Flash.undoable(
                                "%s is %s for %s."
                                        .formatted(
                                                known.name(),
                                                deed.equals("take") ? "taken back" : "set",
                                                many(done.people())),
                                "/c/%s/fields/undoing/%d"
                                        .formatted(visitor.community().slug(), done.batch())));
        return list(visitor, query);
    }

    /// @param person whose page to return to; the list without
    @PostMapping("/undoing/{batch}")
    View undo(
            Visitor visitor,
            @PathVariable long batch,
            @RequestParam(required = false) @Nullable Long person) {
        frames.say(Flash.good("Taken back for %s.".formatted(many(entries.undo(batch)))));
        return person == null
                ? list(visitor, "")
                : new RedirectView(
                        "/c/%s/people/%d#custom-fields"
                                .formatted(visitor.community().slug(), person));
    }

    private CustomField usable(Visitor visitor, long field) {
        return fields.inUse(visitor.may(Permission.SEE_CONTACT_DATA)).stream()
                .filter(f -> f.id() == field)
                .findAny()
                .orElseThrow(() -> new Refusal.Unusable("Choose the field to set."));
    }

    private List<Long> whom(
            Visitor visitor, String query, boolean everyone, @Nullable List<Long> who) {
        return everyone
                ? choice.all(query, visitor.may(Permission.SEE_CONTACT_DATA))
                : who == null ? List.of() : choice.these(who);
    }

    private View ask(
            Visitor visitor,
            int people,
            boolean everyone,
            @Nullable List<Long> who,
            String query,
            long field,
            String value,
            String error) {
        return html.render(
                "fields/bulk",
                new Shown(
                        frames.desk("Set a field", "For %s.".formatted(many(people))),
                        fields.inUse(visitor.may(Permission.SEE_CONTACT_DATA)),
                        everyone || who == null ? List.of() : who,
                        everyone,
                        query,
                        field,
                        value,
                        error));
    }

    private static String many(int people) {
        return people == 1 ? "1 person" : "%,d people".formatted(people);
    }

    private View list(Visitor visitor, String query) {
        var path = "/c/" + visitor.community().slug() + "/people";
        var address = choice.address(query);
        return new RedirectView(address.isEmpty() ? path : path + "?" + address);
    }
}
