package org.folkmoot.community;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// When the team is at work: hours by weekday, and holidays.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/settings/hours")
class HoursPage {

    private final HoursBook book;
    private final Frames frames;
    private final Html html;

    HoursPage(HoursBook book, Frames frames, Html html) {
        this.book = book;
        this.frames = frames;
        this.html = html;
    }

    /// @param usual whether what is shown is what holds while nobody has chosen
    record Shown(Desk desk, String zone, boolean usual, HoursForm form, HoursForm.Outcome outcome) {

        List<DayOfWeek> days() {
            return List.of(DayOfWeek.values());
        }

        String name(DayOfWeek day) {
            return day.getDisplayName(TextStyle.FULL, desk.locale());
        }

        HoursForm.Typed typed(DayOfWeek day) {
            return form.week().getOrDefault(day, new HoursForm.Typed("", ""));
        }

        String wrong(DayOfWeek day) {
            return outcome.wrongDays().getOrDefault(day, "");
        }

        List<Tab> tabs() {
            return SettingsTabs.HOURS.on(desk);
        }
    }

    @GetMapping
    View show(Visitor visitor) {
        var hours = book.here();
        return view(visitor, !hours.chosen(), HoursForm.of(hours), HoursForm.Outcome.UNTRIED);
    }

    @PostMapping
    View save(
            @RequestParam Map<String, String> sent, HttpServletResponse response, Visitor visitor) {
        var form = HoursForm.of(sent);
        var outcome = form.read();
        var hours = outcome.hours();
        if (hours == null) {
            response.setStatus(422);
            return view(visitor, false, form, outcome);
        }
        var changed = book.keep(hours);
        frames.say(
                Flash.good(
                        changed
                                ? "The business hours are saved. Numbers that need them follow at once, for the past too."
                                : "Nothing was changed."));
        return new RedirectView("/c/" + visitor.community().slug() + "/settings/hours");
    }

    private View view(Visitor visitor, boolean usual, HoursForm form, HoursForm.Outcome outcome) {
        return html.render(
                "community/hours",
                new Shown(
                        frames.desk(
                                "Business hours",
                                "When the team is at work, for the response time in business hours."),
                        visitor.community().zone().getId(),
                        usual,
                        form,
                        outcome));
    }
}
