package org.folkmoot.care;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Pictures for a profile and for Today: who looks after a person, what watched people did.
@Controller
@Needs(Permission.SEE_PEOPLE)
class PersonCare {

    private static final int NEWS = 8;

    private final Owners owners;
    private final Watches watches;
    private final Talks talks;
    private final Touched touched;
    private final Persons persons;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PersonCare(
            Owners owners,
            Watches watches,
            Talks talks,
            Touched touched,
            Persons persons,
            Colleagues colleagues,
            Frames frames,
            Html html,
            Clock clock) {
        this.owners = owners;
        this.watches = watches;
        this.talks = talks;
        this.touched = touched;
        this.persons = persons;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param history who looked after them, now first; empty when nobody was ever said
    /// @param last null: never
    record Care(
            Reader reader,
            Who who,
            List<Owners.Said> history,
            List<Colleagues.Colleague> team,
            @Nullable LastTouch last,
            List<Talks.Talk> talks,
            boolean watched,
            LocalDate today) {

        String lastWords() {
            if (last == null) {
                return "Nobody from the team has spoken with them yet.";
            }
            var days = last.days(reader.now());
            return days < 30
                    ? ""
                    : "Nobody from the team has spoken with them for %d days.".formatted(days);
        }

        String action(String what) {
            return reader.path("/care/of/%d/%s".formatted(who.member(), what));
        }
    }

    record Feed(Reader reader, List<Watches.News> news, boolean some) {}

    @GetMapping("/c/{slug}/care/of/{member}")
    View of(Visitor visitor, @PathVariable long member) {
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var who = persons.get(member, contacts);
        var account = visitor.account();
        return html.render(
                "care/person",
                new Care(
                        Reader.of(visitor, frames, clock),
                        who,
                        owners.history(who.member()),
                        visitor.may(Permission.EDIT_PEOPLE) ? colleagues.all() : List.of(),
                        touched.last(who.member()).orElse(null),
                        contacts ? talks.of(who.member(), 3) : List.of(),
                        account != null && watches.watches(account, who.member()),
                        LocalDate.ofInstant(clock.instant(), visitor.community().zone())));
    }

    /// What watched people did since one's last visit, a week back at most on the first.
    @GetMapping("/c/{slug}/watching/news")
    @Needs(Permission.SEE_ACTIVITY)
    View news(Visitor visitor) {
        var account = visitor.account();
        var before = visitor.seenBefore();
        var since = before == null ? clock.instant().minus(Duration.ofDays(7)) : before;
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var news =
                account == null
                        ? List.<Watches.News>of()
                        : watches.since(account, since, NEWS, contacts);
        return html.render(
                "care/news", new Feed(Reader.of(visitor, frames, clock), news, !news.isEmpty()));
    }
}
