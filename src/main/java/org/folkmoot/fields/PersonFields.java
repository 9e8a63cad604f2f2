package org.folkmoot.fields;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The community's own fields on one person's profile: read, said, taken back.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/fields/of/{member}")
class PersonFields {

    private final CustomFields fields;
    private final Entries entries;
    private final PeopleFinder finder;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PersonFields(
            CustomFields fields,
            Entries entries,
            PeopleFinder finder,
            Frames frames,
            Html html,
            Clock clock) {
        this.fields = fields;
        this.entries = entries;
        this.finder = finder;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static PagePart fieldsOfAPerson() {
        return new PagePart(
                PagePart.Place.PROFILE_TOP,
                10,
                "What we know of them",
                "/fields/of/{member}",
                Permission.SEE_PEOPLE);
    }

    /// @param profile the address of the person's page
    /// @param editing the field whose form is open; 0 for none
    record Panel(
            String profile,
            String path,
            Desk.Csrf csrf,
            When when,
            List<Row> rows,
            boolean edits,
            long editing) {}

    /// @param entry null while nobody has said anything
    record Row(CustomField field, Entries.@Nullable Entry entry) {}

    /// One field with its form and its past.
    record One(Desk desk, Panel panel, Row row, String typed, String error, List<Past> past) {}

    record Past(String words, java.time.Instant at) {}

    @GetMapping
    View panel(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable long member,
            @RequestParam(defaultValue = "0") long editing) {
        var shown = fields.inUse(visitor.may(Permission.SEE_CONTACT_DATA));
        if (shown.isEmpty()) {
            return (_, _, _) -> response.setContentType("text/html;charset=UTF-8");
        }
        return html.render(
                "fields/panel",
                panel(visitor, request, shown, entries.of(member), member, editing));
    }

    @GetMapping("/{field}")
    @Needs(Permission.EDIT_PEOPLE)
    View one(
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable long member,
            @PathVariable long field) {
        return one(visitor, request, member, field, null, "");
    }

    @PostMapping("/{field}")
    @Needs(Permission.EDIT_PEOPLE)
    View say(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable long member,
            @PathVariable long field,
            @RequestParam String value) {
        var known = usable(visitor, field);
        String usable;
        try {
            usable = known.usable(value);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return one(visitor, request, member, field, value, String.valueOf(e.getMessage()));
        }
        return put(visitor, member, known, usable, "%s is set.");
    }

    @PostMapping("/{field}/removal")
    @Needs(Permission.EDIT_PEOPLE)
    View takeBack(Visitor visitor, @PathVariable long member, @PathVariable long field) {
        return put(visitor, member, usable(visitor, field), null, "%s is taken back.");
    }

    private View put(
            Visitor visitor, long member, CustomField field, @Nullable String value, String words) {
        var person = finder.one(member, false).member();
        var done = entries.put(field, value, List.of(person));
        frames.say(
                done.batch() == 0
                        ? Flash.good("It was like that already.")
                        : Flash.undoable(
                                words.formatted(field.name()),
                                "/c/%s/fields/undoing/%d?person=%d"
                                        .formatted(
                                                visitor.community().slug(), done.batch(), person)));
        return new RedirectView(profile(visitor, person) + "#custom-fields");
    }

    private CustomField usable(Visitor visitor, long field) {
        var known = fields.get(field);
        if (known.archived() || (known.guarded() && !visitor.may(Permission.SEE_CONTACT_DATA))) {
            throw new Refusal.NotFound("This field");
        }
        return known;
    }

    private View one(
            Visitor visitor,
            HttpServletRequest request,
            long member,
            long field,
            @Nullable String typed,
            String error) {
        var person = finder.one(member, visitor.may(Permission.SEE_CONTACT_DATA));
        var known = usable(visitor, field);
        var held = entries.of(person.member());
        var panel = panel(visitor, request, List.of(known), held, person.member(), field);
        var row = panel.rows().getFirst();
        return html.render(
                "fields/one",
                new One(
                        frames.desk(known.name(), "Of " + person.name() + "."),
                        panel,
                        row,
                        typed != null ? typed : row.entry() == null ? "" : row.entry().value(),
                        error,
                        entries.history(person.member(), field).stream()
                                .map(c -> new Past(words(c), c.at()))
                                .toList()));
    }

    private static String words(Entries.Change change) {
        return change.after() == null
                ? change.by() + " took it back"
                : change.by() + " said " + change.after();
    }

    private Panel panel(
            Visitor visitor,
            HttpServletRequest request,
            List<CustomField> shown,
            Map<Long, Entries.Entry> held,
            long member,
            long editing) {
        var edits = visitor.may(Permission.EDIT_PEOPLE);
        return new Panel(
                profile(visitor, member),
                "/c/%s/fields/of/%d".formatted(visitor.community().slug(), member),
                Objects.requireNonNull(PublicPages.csrf(request)),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                shown.stream()
                        .map(f -> new Row(f, held.get(f.id())))
                        .filter(row -> edits || row.entry() != null)
                        .toList(),
                edits,
                edits ? editing : 0);
    }

    private static String profile(Visitor visitor, long member) {
        return "/c/%s/people/%d".formatted(visitor.community().slug(), member);
    }
}
