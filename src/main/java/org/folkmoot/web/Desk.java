package org.folkmoot.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All that the frame around a page of the desk shows: filled once per request,
/// drawn by `web/desk.jte`.
///
/// @param title the one h1 of the page
/// @param lede the line under it, in words: "1,204 people, active in the last 30 days"; may be
/// empty
/// @param others the reader's other communities, for the switcher
/// @param rail only groups and pages that exist and are permitted, in the order they are shown
public record Desk(
        String title,
        String lede,
        Community community,
        List<Community> others,
        List<Group> rail,
        Account account,
        Csrf csrf,
        List<Flash> flashes,
        Locale locale,
        ZoneId zone) {

    public Desk {
        others = List.copyOf(others);
        rail = List.copyOf(rail);
        flashes = List.copyOf(flashes);
    }

    /// The home of the community, by convention `/c/{slug}`.
    public String home() {
        return "/c/" + community.slug();
    }

    /// Whether the reader may go to that page of the rail.
    ///
    /// @param path below the community: "/imports"
    public boolean leads(String path) {
        return rail.stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(item -> item.href().equals(home() + path));
    }

    /// Answers `GET ?q=` with the pages and people for the command palette, see `palette.js`.
    public String palette() {
        return home() + "/palette";
    }

    /// A stream of server-sent events about long work, see `tray.js`.
    public String tray() {
        return home() + "/tray";
    }

    /// What waits on which page, see `web/badges.jte`.
    public String badges() {
        return home() + "/badges";
    }

    /// Where the search field of the top bar sends `q`.
    public String search() {
        return home() + "/people";
    }

    String language() {
        return locale.toLanguageTag();
    }

    /// Four pages for the bar at the bottom of a phone (the fifth place is "More"): the first of
    /// each group, then the rest in order.
    List<Item> onPhone() {
        var chosen = new ArrayList<Item>();
        rail.stream().limit(4).map(group -> group.items().getFirst()).forEach(chosen::add);
        rail.stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> !chosen.contains(item))
                .limit(4L - chosen.size())
                .forEach(chosen::add);
        return chosen;
    }

    /// `slug` as in the address.
    public record Community(String slug, String name) {}

    /// A named part of the rail with at least one page.
    public record Group(String label, String icon, List<Item> items) {

        /// A group of more pages than these is folded: what is seldom needed must not stand in
        /// the way of what is.
        private static final int SHOWN = 6;

        public Group {
            items = List.copyOf(items);
            if (items.isEmpty()) {
                throw new IllegalArgumentException(
                        "The group '%s' of the rail has no page".formatted(label));
            }
        }

        boolean folded() {
            return items.size() > SHOWN;
        }

        /// Whether the reader is on one of its pages.
        boolean current() {
            return items.stream().anyMatch(Item::current);
        }
    }

    /// A page in the rail.
    ///
    /// @param icon a name [Icon] knows
    /// @param key the letter that jumps here after `g`, or empty
    /// @param current whether the reader is on it
    public record Item(String icon, String label, String href, String key, boolean current) {

        /// Where the number of what waits on the page is filled in, see `web/badges.jte`.
        String badge() {
            return badge(href.replaceFirst("^/c/[^/]*", ""));
        }

        /// @param path below the community
        static String badge(String path) {
            return "badge" + path.replaceAll("\\W", "-");
        }
    }

    /// How much waits on a page of the rail.
    ///
    /// @param path below the community: "/people/duplicates"
    public record Badge(String path, int waiting) {

        private static final int MOST = 99;

        String id() {
            return Item.badge(path);
        }

        String words() {
            return waiting > MOST ? MOST + "+" : Integer.toString(waiting);
        }
    }

    /// Who is signed in.
    public record Account(String name, String email) {}

    /// What a request that changes something must carry: the token, in a header or a form field.
    public record Csrf(String header, String parameter, String token) {}
}
