package org.folkmoot.organisations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where somebody works and worked, on their profile.
@Controller
@Needs(Permission.SEE_PEOPLE)
class StintsPart {

    private static final int OFFERED = 200;

    private final Stints stints;
    private final Directory directory;
    private final PeopleFinder people;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    StintsPart(
            Stints stints,
            Directory directory,
            PeopleFinder people,
            Frames frames,
            Html html,
            Clock clock) {
        this.stints = stints;
        this.directory = directory;
        this.people = people;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param now where they are counted; null for nowhere
    /// @param names that can be chosen
    record History(
            Reader reader,
            Desk.Csrf csrf,
            long member,
            @Nullable String now,
            List<Stints.Span> spans,
            List<Directory.Name> names) {

        /// "2024 to March 2025", "since ...", as far as it is known.
        String when(Stints.Span span) {
            var since = span.since();
            var until = span.until();
            if (span.id() == null) {
                return until == null
                        ? "said at a time not known"
                        : "said until " + reader.day(until);
            }
            if (until == null) {
                return since == null ? "now" : "since " + reader.day(since);
            }
            return since == null
                    ? "until " + reader.day(until)
                    : reader.day(since) + " to " + reader.day(until);
        }

        String encoded(String name) {
            return Reader.encoded(name);
        }

        boolean empty() {
            return now == null && spans.isEmpty() && !reader.edits();
        }
    }

    @GetMapping("/c/{slug}/organisations/of/{member}")
    View show(Visitor visitor, HttpServletRequest request, @PathVariable long member) {
        var edits = visitor.may(Permission.EDIT_PEOPLE);
        return html.render(
                "organisations/stints",
                new History(
                        Reader.of(visitor, clock),
                        Objects.requireNonNull(PublicPages.csrf(request)),
                        member,
                        stints.now(member),
                        stints.of(member, visitor.zone()),
                        edits ? directory.names(OFFERED) : List.of()));
    }

    @PostMapping("/c/{slug}/organisations/of/{member}")
    @Needs(Permission.EDIT_PEOPLE)
    View add(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam String organisation,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String until) {
        var present = people.one(member, false).member();
        var id = stints.add(present, organisation, day(since), day(until));
        frames.say(
                Flash.undoable(
                        "Noted: %s.".formatted(organisation.strip()),
                        OrganisationChanges.path(visitor, "/stints/%d/removal".formatted(id))));
        return back(visitor, present);
    }

    @PostMapping("/c/{slug}/organisations/stints/{id}/removal")
    @Needs(Permission.EDIT_PEOPLE)
    View remove(Visitor visitor, @PathVariable long id) {
        var gone = stints.remove(id);
        frames.say(
                Flash.undoable(
                        "The entry is gone.",
                        OrganisationChanges.path(
                                visitor,
                                "/of/%d?organisation=%s&since=%s&until=%s"
                                        .formatted(
                                                gone.putOn(),
                                                Reader.encoded(gone.organisation()),
                                                text(gone.since()),
                                                text(gone.until())))));
        return back(visitor, people.one(gone.putOn(), false).member());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable("Write a day like 2026-03-28.");
        }
    }

    private static View back(Visitor visitor, long member) {
        return new RedirectView("/c/%s/people/%d".formatted(visitor.community().slug(), member));
    }
}
