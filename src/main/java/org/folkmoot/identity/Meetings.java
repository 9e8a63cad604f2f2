package org.folkmoot.identity;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.activity.Encounters;
import org.folkmoot.activity.Encounters.Encounter;
import org.springframework.stereotype.Component;

/// What speaks against two accounts on one platform being one person: that they were busy at the
/// same time, that one answers or thanks the other, that they worked on one commit together. Where
/// an identity is only an address, as in a history of commits, people do act under two of them at
/// once, and answering oneself says little.
@Component
class Meetings {

    private static final double SAME_MINUTE = -6;
    private static final double ANSWERED = -5;
    private static final double ANSWERED_BY_MAIL = -2;
    private static final double THANKED = -4;
    private static final double TOGETHER = -3;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Encounters encounters;

    Meetings(Encounters encounters) {
        this.encounters = encounters;
    }

    /// The same pairs, with what speaks against some of them.
    List<Match> weigh(Collection<Match> matches, Map<Long, Portrait> portraits) {
        var weighed = new ArrayList<Match>();
        var asked = new HashMap<Pair, Match>();
        for (var match : matches) {
            if (couldHaveMet(match, portraits)) {
                asked.put(match.pair(), match);
            } else {
                weighed.add(match);
            }
        }
        if (asked.isEmpty()) {
            return weighed;
        }
        var pairs = List.copyOf(asked.keySet());
        for (var met :
                encounters.of(
                        pairs.stream().map(Pair::one).toList(),
                        pairs.stream().map(Pair::other).toList())) {
            var match = Objects.requireNonNull(asked.get(new Pair(met.one(), met.other())));
            var platform = of(portraits, met.one()).platform();
            weighed.add(match.and(against(met, platform)));
        }
        return weighed;
    }

    private static boolean couldHaveMet(Match match, Map<Long, Portrait> portraits) {
        var one = of(portraits, match.pair().one());
        return one.source().equals(of(portraits, match.pair().other()).source());
    }

    private static Portrait of(Map<Long, Portrait> portraits, long identity) {
        return Objects.requireNonNull(portraits.get(identity));
    }

    private static List<Evidence> against(Encounter met, String platform) {
        var against = new ArrayList<Evidence>();
        if (platform.equals("git")) {
            return met.together() == 0
                    ? against
                    : List.of(
                            new Evidence(
                                    "co_authors", TOGETHER, "They are co-authors of one commit"));
        }
        var exclusive = Weighing.ONE_EACH.contains(platform);
        var minute = met.sameMinute();
        if (minute != null && exclusive) {
            against.add(
                    new Evidence(
                            "same_minute",
                            SAME_MINUTE,
                            "Both were active at %s".formatted(TIME.format(minute))));
        }
        if (met.thanked() > 0) {
            against.add(new Evidence("thanked", THANKED, "One of them thanked the other"));
        }
        if (met.answered() > 0) {
            against.add(
                    new Evidence(
                            "answered",
                            exclusive ? ANSWERED : ANSWERED_BY_MAIL,
                            met.answered() == 1
                                    ? "One of them answered the other"
                                    : "They answered each other %d times"
                                            .formatted(met.answered())));
        }
        return against;
    }
}
