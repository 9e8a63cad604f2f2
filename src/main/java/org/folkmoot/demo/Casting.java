package org.folkmoot.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes up the people: the named cast first, then some 1,500 others by a power law of activity,
/// from all over the world, joining in waves.
final class Casting {

    private static final int OLD_HANDS = 330;
    private static final int NEWCOMERS = 1160;

    /// Few people bear the same name, but some do.
    private static final int NAMESAKES_AVOIDED = 20;

    private final Season season;
    private final Chance chance;
    private final Texts texts;
    private final List<Origin> origins = new ArrayList<>();
    private final Map<String, String> domains = new LinkedHashMap<>();
    private final Handles handles;
    private final Set<String> names = new HashSet<>();
    private int shares;

    Casting(Season season, Chance chance, Texts texts) {
        this.season = season;
        this.chance = chance;
        this.texts = texts;
        this.handles = new Handles(chance);
        for (var line : Texts.lines("names")) {
            origins.add(Origin.of(line));
            shares += origins.getLast().share();
        }
    }

    List<Actor> all() {
        var all = new ArrayList<Actor>();
        for (var line : Texts.lines("cast")) {
            all.add(known(line.split("\\|", -1)));
        }
        for (int i = 0; i < OLD_HANDS; i++) {
            all.add(made(midnight(season.start()).minus(hours(chance.days(200) + 1)), i < 8));
        }
        double waves =
                season.start().datesUntil(season.today()).mapToDouble(season::arrivals).sum();
        for (var day = season.start(); day.isBefore(season.today()); day = day.plusDays(1)) {
            int count = chance.about(NEWCOMERS * season.arrivals(day) / waves);
            for (int i = 0; i < count; i++) {
                all.add(made(midnight(day).plusSeconds(chance.between(20_000, 80_000)), false));
            }
        }
        return all;
    }

    private Actor known(String[] p) {
        handles.take(p[2]);
        var role = Role.valueOf(p[6]);
        if (!p[7].isEmpty()) {
            domains.put(p[7], p[3].substring(p[3].indexOf('@')));
        }
        var accounts = new EnumMap<Platform, Instant>(Platform.class);
        var joined =
                midnight(
                        role == Role.TROLL
                                ? season.crisis().minusDays(80)
                                : season.start().minusDays(chance.between(30, 500)));
        for (var platform : Platform.values()) {
            boolean everywhere = role != Role.TROLL && role != Role.BOT;
            boolean there =
                    everywhere
                            || platform == Platform.SLACK
                            || platform == (role == Role.BOT ? Platform.GITHUB : Platform.FORUM);
            if (there) {
                accounts.put(platform, joined.plusSeconds(chance.between(30_000, 300_000)));
            }
        }
        double weight = p[0].equals("grace") ? 4 : 0.8;
        var banned =
                role == Role.TROLL
                        ? midnight(season.crisis().plusDays(24)).plusSeconds(36_300)
                        : null;
        return new Actor(
                p[1],
                p[2],
                p[3],
                ZoneId.of(p[4]),
                p[5],
                role,
                orNull(p[7]),
                orNull(p[8]),
                p[9],
                weight,
                accounts,
                banned,
                banned != null);
    }

    private Actor made(Instant joined, boolean champion) {
        var origin = origin();
        var given = chance.pick(origin.given()).split("=");
        var family = chance.pick(origin.family()).split("=");
        var name = origin.name(given[0], family[0]);
        for (int again = 0; again < NAMESAKES_AVOIDED && !names.add(name); again++) {
            given = chance.pick(origin.given()).split("=");
            family = chance.pick(origin.family()).split("=");
            name = origin.name(given[0], family[0]);
        }
        var handle = handles.of(given[given.length - 1], family[family.length - 1]);
        var role = champion ? Role.CHAMPION : role(joined.isBefore(midnight(season.start())));
        String organisation = null;
        String title = null;
        var email =
                handle
                        + "@"
                        + chance.pick(List.of("mail.example", "post.example", "inbox.example"));
        if (chance.happens(0.3)) {
            organisation = chance.pick(List.copyOf(domains.keySet()));
            organisation = organisation.startsWith("Lantern") ? "Quillworks" : organisation;
            email = handle + domains.get(organisation);
            title = capital(chance.pick(texts.phrases("job")));
        }
        var left = left(role, joined);
        return new Actor(
                name,
                handle,
                email,
                origin.zone(),
                origin.language(),
                role,
                organisation,
                title,
                chance.pick(origin.cities()),
                Math.min(champion ? 1 : 6, Math.exp(0.9 * chance.normal() - 0.4)),
                accounts(role, joined),
                left,
                left != null && chance.happens(0.07));
    }

    private Role role(boolean oldHand) {
        double luck = chance.unit();
        if (luck < (oldHand ? 0.16 : 0.045)) {
            return Role.REGULAR;
        }
        if (luck < 0.32) {
            return Role.OCCASIONAL;
        }
        return luck < 0.62 && !oldHand ? Role.ONCE : Role.LURKER;
    }

    private @Nullable Instant left(Role role, Instant joined) {
        double days =
                switch (role) {
                    case REGULAR -> chance.happens(0.35) ? 60 + chance.days(300) : 9_999;
                    case OCCASIONAL -> 3 + chance.days(140);
                    case ONCE -> 1.5 + chance.days(2);
                    default -> chance.happens(0.05) ? 20 + chance.days(300) : 9_999;
                };
        var left = joined.plus(hours(days));
        return left.isAfter(season.until()) ? null : left;
    }

    private Map<Platform, Instant> accounts(Role role, Instant joined) {
        var accounts = new EnumMap<Platform, Instant>(Platform.class);
        boolean keen = role == Role.REGULAR || role == Role.CHAMPION;
        double luck = chance.unit();
        var home =
                luck < 0.5
                        ? Platform.SLACK
                        : luck < 0.78
                                ? Platform.FORUM
                                : luck < 0.93 ? Platform.GITHUB : Platform.MAIL;
        accounts.put(home, joined);
        for (var platform : Platform.values()) {
            double also =
                    switch (platform) {
                        case SLACK -> 0.3;
                        case FORUM, GITHUB -> 0.18;
                        case MAIL -> 0.07;
                        case GIT -> accounts.containsKey(Platform.GITHUB) ? 0.12 : 0;
                        case CALENDAR -> 0.16;
                    };
            if (role != Role.ONCE && chance.happens(keen ? Math.min(1, also * 3.2) : also)) {
                accounts.putIfAbsent(platform, joined.plus(hours(chance.days(keen ? 8 : 20))));
            }
        }
        accounts.values().removeIf(at -> at.isAfter(season.until()));
        return accounts;
    }

    private Origin origin() {
        int at = chance.between(0, shares - 1);
        for (var origin : origins) {
            at -= origin.share();
            if (at < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("Shares do not add up");
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Duration hours(double days) {
        return Duration.ofMinutes(Math.round(days * 1440));
    }
}
