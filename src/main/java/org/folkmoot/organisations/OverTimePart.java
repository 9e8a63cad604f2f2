package org.folkmoot.organisations;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What moves in an organisation: loaded after its page.
@Controller
@Needs(Permission.SEE_PEOPLE)
class OverTimePart {

    private static final int MONTHS = 24;
    private static final int BUSIEST = 8;
    private static final int BUSY_DAYS = 90;

    private final Workforce workforce;
    private final Deeds deeds;
    private final Html html;
    private final Clock clock;

    OverTimePart(Workforce workforce, Deeds deeds, Html html, Clock clock) {
        this.workforce = workforce;
        this.deeds = deeds;
        this.html = html;
        this.clock = clock;
    }

    /// @param days of which the busiest are
    record OverTime(
            Reader reader,
            List<Chart> charts,
            List<Deeds.Busy> busiest,
            int days,
            List<Deeds.Deed> newest) {}

    @GetMapping("/c/{slug}/organisations/over-time")
    View show(Visitor visitor, @RequestParam String organisation) {
        var reader = Reader.of(visitor, clock);
        var zone = visitor.community().zone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var since = today.withDayOfMonth(1).minusMonths(MONTHS - 1);
        var charts =
                new Months(reader, today, MONTHS)
                        .charts(
                                workforce.firstSeen(organisation, zone),
                                deeds.months(organisation, since));
        return html.render(
                "organisations/overtime",
                new OverTime(
                        reader,
                        charts,
                        deeds.busiest(organisation, today.minusDays(BUSY_DAYS), BUSIEST),
                        BUSY_DAYS,
                        reader.reads() ? deeds.newest(organisation, BUSIEST) : List.of()));
    }
}
