package org.folkmoot.thanks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Filter;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What of the wall is shown, as it stands in the address.
///
/// @param kind null for all
/// @param platform null for all
/// @param days how far back moments go
/// @param cursor where the page goes on; empty on the first
record WallQuery(
        Show show, @Nullable MomentKind kind, @Nullable String platform, int days, String cursor) {

    static final int USUAL_DAYS = 60;
    static final List<Integer> DAYS = List.of(30, USUAL_DAYS, 90, 365);

    /// The tabs.
    enum Show {
        OPEN("To thank"),
        THANKED("Thanked"),
        SKIPPED("Skipped");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static WallQuery of(MultiValueMap<String, String> params) {
        var kind = text(params, "kind");
        var platform = text(params, "platform");
        var days = text(params, "days");
        var show = text(params, "show");
        return new WallQuery(
                Arrays.stream(Show.values())
                        .filter(s -> s.key().equals(show))
                        .findFirst()
                        .orElse(Show.OPEN),
                kind.isEmpty() ? null : MomentKind.of(kind),
                platform.isEmpty() ? null : platform,
                DAYS.stream().filter(d -> d.toString().equals(days)).findFirst().orElse(USUAL_DAYS),
                text(params, "cursor"));
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        var value = params.getFirst(name);
        return value == null ? "" : value.replace("\0", "").strip();
    }

    /// @throws Refusal.Unusable when the cursor is none of ours
    Wall.Asked asked(Instant now, int most) {
        return new Wall.Asked(now.minus(Duration.ofDays(days)), kind, platform, after(), most);
    }

    /// The id below which what was done goes on.
    long before() {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    static String cursor(Moment last) {
        return "%d_%s_%s".formatted(last.worth(), last.at(), last.key().text());
    }

    private @Nullable Moment after() {
        if (cursor.isEmpty()) {
            return null;
        }
        var parts = cursor.split("_", 3);
        try {
            return new Moment(
                    Moment.Key.of(parts[2]),
                    0,
                    "",
                    Instant.parse(parts[1]),
                    Integer.parseInt(parts[0]));
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw damaged();
        }
    }

    private static Refusal damaged() {
        return new Refusal.Unusable(
                "This link into the middle of a list is damaged. Start from the first page.");
    }

    String lede() {
        return switch (show) {
            case OPEN ->
                    "What people did in the last %d days that nobody has thanked them for yet, the most worthwhile first."
                            .formatted(days);
            case THANKED -> "Who was thanked, what for, and by whom.";
            case SKIPPED -> "What somebody decided to let be.";
        };
    }

    List<Tab> tabs(Reader reader) {
        return Arrays.stream(Show.values())
                .map(
                        s ->
                                new Tab(
                                        s.label,
                                        new WallQuery(s, kind, platform, days, "")
                                                .address(reader, ""),
                                        "",
                                        s == show))
                .toList();
    }

    List<Filter> pills(Reader reader) {
        var pills = new ArrayList<Filter>();
        if (kind != null) {
            pills.add(
                    new Filter(
                            kind.label(),
                            new WallQuery(show, null, platform, days, "").address(reader, "")));
        }
        if (platform != null) {
            pills.add(
                    new Filter(
                            "on " + platform,
                            new WallQuery(show, kind, null, days, "").address(reader, "")));
        }
        if (days != USUAL_DAYS) {
            pills.add(
                    new Filter(
                            "in the last %d days".formatted(days),
                            new WallQuery(show, kind, platform, USUAL_DAYS, "")
                                    .address(reader, "")));
        }
        return pills;
    }

    /// The address of the same, going on at that cursor.
    String address(Reader reader, String from) {
        var query = new ArrayList<String>();
        if (show != Show.OPEN) {
            query.add("show=" + show.key());
        }
        if (kind != null) {
            query.add("kind=" + kind.key());
        }
        if (platform != null) {
            query.add("platform=" + encoded(platform));
        }
        if (days != USUAL_DAYS) {
            query.add("days=" + days);
        }
        if (!from.isEmpty()) {
            query.add("cursor=" + encoded(from));
        }
        return reader.thanks(query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
