package org.folkmoot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every page, table, list and answer of Health, by its address.
///
/// @param slug of which community
record HealthTour(String slug) {

    private static final List<String> TABLES =
            List.of(
                    "growth/days",
                    "active/days",
                    "response/places",
                    "retention/cohorts",
                    "content/kinds");

    private static final List<String> LISTS =
            List.of(
                    "growth/list?which=joined",
                    "growth/list?which=left",
                    "active/list?which=active",
                    "response/list?which=all",
                    "response/list?which=unanswered",
                    "response/list?which=answered",
                    "retention/list?which=retained",
                    "retention/list?which=lost",
                    "content/list?which=top");

    /// What one looks at first.
    ///
    /// @param filter of the address, like `platform=slack`; may be empty
    Map<String, String> pages(String filter) {
        var all = new LinkedHashMap<String, String>();
        for (int days : new int[] {7, 30, 90, 365}) {
            all.put("Health, " + days + " days", page("health?window=" + days, filter));
        }
        all.put("the five cards", page("health/cards?", filter));
        for (int days : new int[] {30, 365}) {
            all.put(
                    "API, " + days + " days",
                    "/api/v1/communities/%s/metrics?window=%d&%s".formatted(slug, days, filter));
        }
        return all;
    }

    /// The numbers of a year, for programs.
    String year() {
        return "/api/v1/communities/%s/metrics?window=365".formatted(slug);
    }

    Map<String, String> tables(String filter) {
        var all = new LinkedHashMap<String, String>();
        TABLES.forEach(t -> all.put("table " + t, page("health/" + t + ".csv?window=30", filter)));
        return all;
    }

    /// The people and threads behind the numbers.
    Map<String, String> lists(String filter) {
        var all = new LinkedHashMap<String, String>();
        LISTS.forEach(
                l -> all.put("list " + l.replace("list?which=", ""), page("health/" + l, filter)));
        return all;
    }

    /// Over all of the community's time.
    Map<String, String> ages() {
        var all = new LinkedHashMap<String, String>();
        all.put("rolling 30 days", age("active?days=30"));
        all.put("weekly actives", age("weeks"));
        all.put("cohorts of 60 months", age("cohorts?months=60"));
        return all;
    }

    private String age(String what) {
        return "/api/v1/communities/%s/metrics/%s".formatted(slug, what);
    }

    private String page(String path, String filter) {
        return "/c/%s/%s&%s".formatted(slug, path, filter);
    }
}
