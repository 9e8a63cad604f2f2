package org.folkmoot.briefing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Gauge;

/// Which numbers are shown outside of the team, and to whom.
///
/// @param gauges in the order they are shown
/// @param sites origins whose pages may frame them: `https://example.org`
/// @param edition a link of another edition opens nothing
record Dashboard(Audience audience, List<Gauge> gauges, List<String> sites, int edition) {

    static final Dashboard NONE =
            new Dashboard(
                    Audience.NOBODY,
                    List.of(Gauge.MEMBERS, Gauge.ACTIVE, Gauge.RESPONSE, Gauge.RETENTION),
                    List.of(),
                    1);

    private static final int MOST_SITES = 10;
    private static final Pattern SITE =
            Pattern.compile(
                    "https://[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\\d{1,5})?|http://localhost(:\\d{1,5})?");

    /// Who may see it.
    enum Audience {
        NOBODY("Nobody but the team"),
        LINK("Whoever has the link"),
        EVERYBODY("Everybody");

        private final String label;

        Audience(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Audience of(String key) {
            return Arrays.stream(values())
                    .filter(a -> a.key().equals(key))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Refusal.Unusable(
                                            "Choose who may see these numbers: nobody, whoever has the link, or everybody."));
        }
    }

    /// From what was typed and ticked.
    ///
    /// @param typed origins, one a line
    /// @throws Refusal.Unusable when something cannot be used
    Dashboard with(String who, List<String> keys, String typed) {
        var chosen = new ArrayList<Gauge>();
        for (var key : new LinkedHashSet<>(keys)) {
            chosen.add(
                    Gauge.of(key)
                            .orElseThrow(
                                    () ->
                                            new Refusal.Unusable(
                                                    "There is no number called %s."
                                                            .formatted(key))));
        }
        var audience = Audience.of(who);
        if (chosen.isEmpty() && audience != Audience.NOBODY) {
            throw new Refusal.Unusable("Tick at least one number to show.");
        }
        return new Dashboard(audience, chosen, sites(typed), edition);
    }

    private static List<String> sites(String typed) {
        var sites =
                typed.lines()
                        .map(line -> line.strip().toLowerCase(Locale.ROOT).replaceAll("/$", ""))
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
        for (var site : sites) {
            if (!SITE.matcher(site).matches()) {
                throw new Refusal.Unusable(
                        "%s is no site that could frame it. Write it like https://example.org, without a path."
                                .formatted(site));
            }
        }
        if (sites.size() > MOST_SITES) {
            throw new Refusal.Unusable(
                    "These are more than %d sites: name those that need it.".formatted(MOST_SITES));
        }
        return sites;
    }

    /// For the header that says who may frame the page.
    String ancestors() {
        return sites.isEmpty() ? "'none'" : String.join(" ", sites);
    }
}
