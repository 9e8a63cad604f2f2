package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Tab;

/// The pages of this module, in the order of their tabs.
enum BriefingTabs {
    ALERTS("Alerts", ""),
    GOALS("Goals", "/goals"),
    DAYS("Marked days", "/days"),
    LETTERS("Letters", "/letters"),
    PUBLIC("Public page", "/public");

    private final String title;
    private final String path;

    BriefingTabs(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /// From the root.
    String path(Visitor visitor) {
        return "/c/" + visitor.community().slug() + "/briefing" + path;
    }

    /// All of them, this one current.
    List<Tab> on(Visitor visitor) {
        return java.util.Arrays.stream(values())
                .map(tab -> new Tab(tab.title, tab.path(visitor), "", tab == this))
                .toList();
    }
}
