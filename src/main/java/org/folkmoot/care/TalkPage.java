package org.folkmoot.care;

import java.time.Clock;
import java.time.LocalDate;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.QuickAction;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Logging a conversation on a page of its own, and what the palette offers for a person.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class TalkPage {

    private final Persons persons;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TalkPage(Persons persons, Frames frames, Html html, Clock clock) {
        this.persons = persons;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static QuickAction taskAction() {
        return new QuickAction(
                10,
                "Add a task about",
                "task",
                "/tasks/new?about={member}",
                Permission.EDIT_PEOPLE);
    }

    @Bean
    static QuickAction talkAction() {
        return new QuickAction(
                20,
                "Log a conversation with",
                "log",
                "/care/of/{member}/talk",
                Permission.EDIT_PEOPLE);
    }

    record Sheet(Desk desk, String action, LocalDate today) {}

    @GetMapping("/c/{slug}/care/of/{member}/talk")
    View blank(Visitor visitor, @PathVariable long member) {
        var who = persons.get(member, visitor.may(Permission.SEE_CONTACT_DATA));
        return html.render(
                "care/talk",
                new Sheet(
                        frames.desk(
                                "Log a conversation",
                                "What no platform knows: a call, a meeting or a mail with %s."
                                        .formatted(who.name())),
                        "/c/%s/care/of/%d/talk".formatted(visitor.community().slug(), who.member()),
                        LocalDate.ofInstant(clock.instant(), visitor.community().zone())));
    }
}
