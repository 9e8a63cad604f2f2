package org.folkmoot.members;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.web.Filter;

/// Puts lists of people into a reader's words.
record Wording(Locale locale) {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("slack", "Slack"),
                    Map.entry("discord", "Discord"),
                    Map.entry("github", "GitHub"),
                    Map.entry("gitlab", "GitLab"),
                    Map.entry("git", "git"),
                    Map.entry("discourse", "Discourse"),
                    Map.entry("stackexchange", "Stack Exchange"),
                    Map.entry("mail", "mailing lists"),
                    Map.entry("wordpress", "WordPress"),
                    Map.entry("feed", "feeds"),
                    Map.entry("ical", "calendars"),
                    Map.entry("calendar", "calendars"),
                    Map.entry("orbit", "Orbit"),
                    Map.entry("csv", "a table"));

    /// `github` is GitHub; what we do not know keeps the name its source gave it.
    static String platform(String key) {
        return NAMES.getOrDefault(key, key);
    }

    /// `pull_request` is "pull request".
    static String kind(String key) {
        return key.replace('_', ' ');
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1,204 people", "1 person", "more than 10,000 people".
    String people(People.Count count) {
        var many = number(count.people()) + (count.people() == 1 ? " person" : " people");
        return count.exact() ? many : "more than " + many;
    }

    /// "1,204 people, on Slack, active in the last 30 days".
    String lede(People.Count count, PeopleQuery query) {
        var all = new ArrayList<String>();
        all.add(people(count));
        pills(query, "").forEach(pill -> all.add(pill.words()));
        var words = String.join(", ", all);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// One pill a condition.
    ///
    /// @param list the address of the list without its query
    List<Filter> pills(PeopleQuery query, String list) {
        var pills = new ArrayList<Filter>();
        var all = query.conditions();
        for (var p : all) {
            var gone = new ArrayList<>(List.of(p));
            var words =
                    switch (p.name()) {
                        case "q" -> "“" + p.value() + "”";
                        case "platform" -> "on " + platform(p.value());
                        case "role" -> role(p.value());
                        case "active" -> "active in the last " + days(p.value());
                        case "silent" -> "silent for " + days(p.value());
                        case "from" ->
                                "first seen from " + day(Objects.requireNonNull(query.from()));
                        case "to" -> "first seen until " + day(Objects.requireNonNull(query.to()));
                        case "kind" -> {
                            all.stream().filter(w -> w.name().equals("within")).forEach(gone::add);
                            yield "with a %s%s"
                                    .formatted(
                                            kind(p.value()),
                                            query.within() == null
                                                    ? ""
                                                    : " in the last "
                                                            + days(query.within().toString()));
                        }
                        case "tag" -> "tagged " + p.value();
                        case "organisation" -> "of " + p.value();
                        case "left" -> "who left";
                        default -> "";
                    };
            if (!words.isEmpty()) {
                var rest = query.without(List.copyOf(gone));
                pills.add(new Filter(words, rest.isEmpty() ? list : list + "?" + rest));
            }
        }
        return List.copyOf(pills);
    }

    /// The sentence of a segment: "on Slack, active in the last 30 days".
    String sentence(PeopleQuery query) {
        var words = pills(query, "").stream().map(Filter::words).toList();
        return words.isEmpty() ? "everyone" : String.join(", ", words);
    }

    private static String role(String role) {
        return switch (role) {
            case "staff" -> "in the staff";
            case "bot" -> "bots";
            default -> "neither staff nor bots";
        };
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    private String days(String n) {
        return n.equals("1") ? "day" : number(Long.parseLong(n)) + " days";
    }

    /// A name as this reader may see it: an address stands in for the name of whoever told none.
    static String name(String name, boolean contacts) {
        var at = name.indexOf('@');
        return contacts || at < 1 || name.indexOf('.', at) < 0
                ? name
                : name.substring(0, at) + "@…";
    }
}
