package org.folkmoot.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Window;
import org.folkmoot.web.Tab;

/// Which window is asked for: it lives in a page's address.
record Asked(Window window, LocalDate today) {

    /// From the parameters `asOf` and `window`; each may be missing or empty.
    ///
    /// @throws Refusal.Unusable when one cannot be used
    static Asked of(Map<String, String> query, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var asOf = query.getOrDefault("asOf", "").strip();
        var days = query.getOrDefault("window", "").strip();
        if (!days.matches("\\d{0,4}")) {
            throw new Refusal.Unusable("The window %s is not a number of days.".formatted(days));
        }
        try {
            return new Asked(
                    Window.of(
                            asOf.isEmpty() ? today : LocalDate.parse(asOf),
                            days.isEmpty() ? 90 : Integer.parseInt(days),
                            zone,
                            now),
                    today);
        } catch (DateTimeParseException e) {
            throw new Refusal.Unusable(
                    "The day %s cannot be read. Write it like 2026-03-31.".formatted(asOf));
        }
    }

    boolean now() {
        return window.last().equals(today);
    }

    /// As an address's query, without the question mark.
    String query() {
        return query(window.days());
    }

    private String query(int days) {
        return "window=" + days + (now() ? "" : "&asOf=" + window.last());
    }

    List<Tab> windows(String page) {
        var tabs = new ArrayList<Tab>();
        for (int days : Window.LENGTHS) {
            tabs.add(new Tab(days + " days", page + "?" + query(days), "", days == window.days()));
        }
        return tabs;
    }
}
