package org.folkmoot.care;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Whom each of the team looks after.
@Controller
@Needs(Permission.SEE_PEOPLE)
class CirclePage {

    private final Owners owners;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    CirclePage(Owners owners, Colleagues colleagues, Frames frames, Html html, Clock clock) {
        this.owners = owners;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param account whose people they are; 0 when nobody has any
    record Circle(
            Reader reader,
            List<Tab> tabs,
            List<Tab> mates,
            long account,
            List<Owners.Mine> people,
            List<Colleagues.Colleague> team,
            Pager pager,
            String back) {}

    @GetMapping("/c/{slug}/care/people")
    View people(
            Visitor visitor,
            @RequestParam(required = false) @Nullable Long of,
            @RequestParam(defaultValue = "0") int from) {
        var counts = owners.counts();
        var team = colleagues.all();
        var mine = visitor.account();
        var account =
                of != null
                        ? of
                        : mine != null ? mine : counts.keySet().stream().findFirst().orElse(0L);
        var home = "/c/" + visitor.community().slug() + "/care/people?of=";
        var start = Math.clamp(from, 0, 1_000_000);
        var found =
                owners.people(
                        account,
                        start,
                        CareTabs.PAGE + 1,
                        visitor.may(Permission.SEE_CONTACT_DATA));
        var shown = found.stream().limit(CareTabs.PAGE).toList();
        return html.render(
                "care/circle",
                new Circle(
                        Reader.of(
                                visitor,
                                frames.desk(
                                        "Who looks after whom",
                                        "One of the team for each person: who keeps in touch, and who is asked first."),
                                clock),
                        CareTabs.of(visitor, 1),
                        mates(counts, team, account, mine, home),
                        account,
                        shown,
                        team,
                        CareTabs.pager(home + account, start, found.size(), shown.size()),
                        home + account));
    }

    private static List<Tab> mates(
            Map<Long, Owners.Count> counts,
            List<Colleagues.Colleague> team,
            long chosen,
            @Nullable Long mine,
            String home) {
        var mates = new ArrayList<Tab>();
        var here = new HashSet<Long>();
        for (var mate : team) {
            here.add(mate.account());
            var many = counts.get(mate.account());
            mates.add(
                    new Tab(
                            mine != null && mine == mate.account() ? "My people" : mate.name(),
                            home + mate.account(),
                            many == null ? "" : Long.toString(many.people()),
                            mate.account() == chosen));
        }
        counts.forEach(
                (account, many) -> {
                    if (!here.contains(account)) {
                        mates.add(
                                new Tab(
                                        many.name() + " (left the team)",
                                        home + account,
                                        Long.toString(many.people()),
                                        account == chosen));
                    }
                });
        return mates;
    }
}
