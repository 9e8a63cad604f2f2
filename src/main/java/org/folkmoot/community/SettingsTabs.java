package org.folkmoot.community;

import java.util.List;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Tab;

/// The pages of a community's settings, in the order of their tabs.
public enum SettingsTabs {
    COMMUNITY("Community", "/settings"),
    HOURS("Business hours", "/settings/hours"),
    KINDS("Kinds and weights", "/settings/kinds"),
    FIELDS("Fields of people", "/settings/fields"),
    PICTURES("Pictures", "/settings/pictures"),
    CONTACT("Contact", "/settings/contact");

    private final String title;
    private final String path;

    SettingsTabs(String title, String path) {
        this.title = title;
        this.path = path;
    }

    /// All of them, this one current.
    public List<Tab> on(Desk desk) {
        return java.util.Arrays.stream(values())
                .map(tab -> new Tab(tab.title, desk.home() + tab.path, "", tab == this))
                .toList();
    }
}
