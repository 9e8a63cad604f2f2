package org.folkmoot.brief;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Chart;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The listening brief: what somebody new to a community should know of it. It names people and
/// quotes what they wrote, so it is for those who may read that.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class BriefPage {

    private static final String DAYS = "90";

    private final Briefs briefs;
    private final Frames frames;
    private final Html html;

    BriefPage(Briefs briefs, Frames frames, Html html) {
        this.briefs = briefs;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static RailItem briefInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                16,
                "Listening brief",
                "ear",
                "/brief",
                "",
                Permission.SEE_ACTIVITY);
    }

    /// @param silent whether there is nothing to tell of yet
    record Shown(
            Desk desk,
            List<Tab> windows,
            int days,
            boolean silent,
            boolean imports,
            Chart rhythm,
            List<Section> sections) {

        String path(String below) {
            return desk.home() + below;
        }

        String pdf() {
            return desk.home() + "/brief.pdf?window=" + days;
        }
    }

    @GetMapping("/c/{slug}/brief")
    View show(Visitor visitor, @RequestParam(defaultValue = DAYS) int window) {
        var brief = of(window, visitor);
        var told = BriefTold.of(brief, visitor.locale());
        var home = "/c/" + visitor.community().slug() + "/brief";
        return html.render(
                "brief/brief",
                new Shown(
                        frames.desk(told.title(), told.lede()),
                        Brief.WINDOWS.stream()
                                .map(
                                        d ->
                                                new Tab(
                                                        d + " days",
                                                        home + "?window=" + d,
                                                        "",
                                                        d == window))
                                .toList(),
                        window,
                        brief.silent(),
                        visitor.may(Permission.IMPORT),
                        new RhythmTold(brief, told.in())
                                .chart(home + "/rhythm.csv?window=" + window),
                        told.sections()));
    }

    @GetMapping(path = "/c/{slug}/brief.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void pdf(
            Visitor visitor,
            @RequestParam(defaultValue = DAYS) int window,
            HttpServletResponse response)
            throws IOException {
        var brief = of(window, visitor);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"brief-%s-%s.pdf\""
                        .formatted(visitor.community().slug(), brief.last()));
        new BriefPdf(BriefTold.of(brief, visitor.locale())).write(response.getOutputStream());
    }

    /// How many people took part at each hour of the week.
    @GetMapping("/c/{slug}/brief/rhythm.csv")
    void rhythm(
            Visitor visitor,
            @RequestParam(defaultValue = DAYS) int window,
            HttpServletResponse response)
            throws IOException {
        var brief = of(window, visitor);
        CsvDownload.send(
                response,
                "rhythm-" + brief.last(),
                List.of("weekday", "hour", "people", "activities"),
                row -> {
                    for (int i = 0; i < 7 * 24; i++) {
                        row.of(
                                Integer.toString(i / 24 + 1),
                                Integer.toString(i % 24),
                                brief.rhythm().people().get(i / 24).get(i % 24).toString(),
                                brief.rhythm().done().get(i / 24).get(i % 24).toString());
                    }
                });
    }

    private Brief of(int window, Visitor visitor) {
        var brief = briefs.of(window);
        return visitor.may(Permission.SEE_CONTACT_DATA) ? brief : brief.withoutAddresses();
    }
}
