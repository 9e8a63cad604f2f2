package org.folkmoot.lifecycle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.MemberNames;
import org.folkmoot.web.Chart;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who carries the community, and how few they are.
@Controller
@Needs(Permission.SEE_NUMBERS)
class CarriersPage {

    private static final int NAMED = 50;
    static final int PLACES = 15;

    private final Carrying carrying;
    private final MemberNames names;
    private final Drifts drifts;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    CarriersPage(
            Carrying carrying,
            MemberNames names,
            Drifts drifts,
            Frames frames,
            Html html,
            Clock clock) {
        this.carrying = carrying;
        this.names = names;
        this.drifts = drifts;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param leaving members who come much less than they used to
    /// @param team contributions of members and the team together, `own` of the team alone
    /// @param replies what the team replied
    record Shown(
            Desk desk,
            List<Tab> tabs,
            Asked asked,
            Onion now,
            Onion before,
            Onion team,
            Onion own,
            Onion replies,
            Map<Carrying.Place, Onion> places,
            Map<Long, String> names,
            Set<Long> leaving,
            Chart curve,
            Wording in) {

        String home() {
            return desk.home() + LifecycleTabs.CARRIERS;
        }

        List<Tab> windows() {
            return asked.windows(home());
        }

        String csv() {
            return desk.home() + "/lifecycle/carriers.csv?" + asked.query();
        }

        List<Onion.Share> top() {
            return now.shares().subList(0, Math.min(NAMED, now.shares().size()));
        }

        String name(long member) {
            return names.getOrDefault(member, "somebody");
        }

        double share(Onion.Share share) {
            return (double) share.contributions() / now.all();
        }

        /// The share that whoever made most made; `NaN` when nothing was made.
        double first(Onion onion) {
            return onion.all() == 0 ? Double.NaN : onion.share(1);
        }

        String finding() {
            return now.all() == 0
                    ? "Nobody contributed in these days."
                    : "%s did half of what %s did."
                            .formatted(
                                    in.count(now.absence(), "person", "people"),
                                    in.count(now.shares().size(), "contributor", "contributors"));
        }
    }

    @GetMapping("/c/{slug}/lifecycle/carriers")
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        var in = new Wording(visitor.locale(), visitor.community().zone());
        var beside = carrying.beside(asked.window());
        var now = beside.now();
        var leaving = new HashSet<Long>();
        if (asked.now()) {
            var seen = drifts.now();
            seen.drift().leaving().forEach(r -> leaving.add(seen.register().member(r.person())));
        }
        var named = now.shares().stream().limit(NAMED).map(Onion.Share::member).toList();
        return html.render(
                "lifecycle/carriers",
                new Shown(
                        frames.desk(
                                "Lifecycle",
                                "Who built something from %s to %s: ideas, issues, answers, code, events, help."
                                        .formatted(
                                                in.day(asked.window().first()),
                                                in.day(asked.window().last()))),
                        LifecycleTabs.tabs(visitor, LifecycleTabs.CARRIERS),
                        asked,
                        now,
                        beside.before(),
                        beside.team(),
                        beside.own(),
                        carrying.replies(asked.window()),
                        carrying.byPlace(asked.window(), false, PLACES),
                        names.of(named),
                        leaving,
                        curve(now, in),
                        in));
    }

    /// Which share the first 1, 2, 5 … people made.
    private static Chart curve(Onion onion, Wording in) {
        var labels = new ArrayList<String>();
        var values = new ArrayList<Double>();
        for (int tens = 1; tens <= onion.shares().size(); tens *= 10) {
            for (int people : new int[] {tens, 2 * tens, 5 * tens}) {
                if (people <= onion.shares().size()) {
                    labels.add(in.count(people));
                    values.add(onion.share(people) * 100);
                }
            }
        }
        return new Chart(
                "chart-carriers",
                Chart.Shape.BARS,
                onion.all() == 0
                        ? "Nothing was contributed"
                        : "The busiest made %s of it, the busiest ten %s"
                                .formatted(in.percent(onion.share(1)), in.percent(onion.share(10))),
                "% of all contributions",
                "The busiest people",
                labels,
                List.of(new Chart.Series("Made by them together", values, 1, false)),
                List.of(),
                null,
                in.locale());
    }

    @GetMapping("/c/{slug}/lifecycle/carriers.csv")
    @Needs(Permission.SEE_PEOPLE)
    void csv(@RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        var onion = carrying.all(asked.window(), false);
        var called = names.of(onion.shares().stream().map(Onion.Share::member).toList());
        CsvDownload.send(
                response,
                "carriers-" + asked.window().last(),
                List.of("member", "name", "contributions", "ring"),
                row ->
                        onion.shares()
                                .forEach(
                                        s ->
                                                row.of(
                                                        Long.toString(s.member()),
                                                        called.get(s.member()),
                                                        Long.toString(s.contributions()),
                                                        onion.ring(s).label())));
    }
}
