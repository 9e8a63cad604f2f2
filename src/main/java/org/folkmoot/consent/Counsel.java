package org.folkmoot.consent;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.community.Communities;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.members.Reach;
import org.folkmoot.members.Reaching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Weighs whether people may be asked: by what they agreed to, by how often they were asked, by the
/// hour it is where they are. As many statements for a thousand people as for one.
@Component
@Transactional(readOnly = true)
class Counsel {

    /// Goes on with the day and hour.
    static final String WAITS = "It waits until";

    private final Reaching reaching;
    private final Consents consents;
    private final Asks asks;
    private final RulesBook book;
    private final Communities communities;
    private final LeftAlone leftAlone;

    Counsel(
            Reaching reaching,
            Consents consents,
            Asks asks,
            RulesBook book,
            Communities communities,
            LeftAlone leftAlone) {
        this.reaching = reaching;
        this.consents = consents;
        this.asks = asks;
        this.book = book;
        this.communities = communities;
        this.leftAlone = leftAlone;
    }

    /// What an ask at `now` would meet.
    ///
    /// @param answer [Answer.Going] at `now` when nothing is in its way
    /// @param member who she is now; 0 when she is not here
    /// @param address where a mail would go; empty by hand, or when it cannot go
    record Advice(Answer answer, long member, String address) {}

    /// By the ids given.
    ///
    /// @param except an ask that is being weighed, which does not count against itself; 0 for none
    Map<Long, Advice> weigh(
            Collection<Long> members,
            Purposes.Known purpose,
            Channel channel,
            Instant now,
            long except) {
        var reach = reaching.of(members);
        var homes = all(reach.values(), Reach::homes);
        var service = purpose.basis() == Basis.SERVICE;
        var alone = service ? Map.<Long, String>of() : leftAlone.why(homes);
        var entries = consents.of(homes, all(reach.values(), Reach::addresses));
        var rules = book.here();
        var before =
                service
                        ? List.<Asked>of()
                        : asks.counting(homes, now.minus(rules.budget().span()), except);
        var times = new Times(rules.budget(), book.quiet(rules), communities.here().zone(), now);
        var all = new HashMap<Long, Advice>();
        for (var member : members) {
            var her = reach.get(member);
            if (her == null) {
                all.put(
                        member,
                        new Advice(new Answer.NotAllowed("This person is not here."), 0, ""));
                continue;
            }
            var permitted =
                    her.homes().stream()
                            .filter(alone::containsKey)
                            .findFirst()
                            .map(home -> no(her, "%s %s.".formatted(her.name(), alone.get(home))))
                            .orElseGet(() -> permitted(her, entries, purpose, channel));
            all.put(
                    member,
                    service || !(permitted.answer() instanceof Answer.Going)
                            ? permitted
                            : new Advice(times.of(her, before), her.member(), permitted.address()));
        }
        return all;
    }

    private static <T> Set<T> all(
            Collection<Reach> people, java.util.function.Function<Reach, Collection<T>> what) {
        return people.stream().map(what).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static Advice permitted(
            Reach her, List<Entry> entries, Purposes.Known purpose, Channel channel) {
        if (!her.person()) {
            return no(her, "%s is not a person.".formatted(her.name()));
        }
        if (her.forgotten() && purpose.basis() != Basis.SERVICE) {
            return no(her, "They asked to be forgotten, so nobody asks them anything.");
        }
        if (channel == Channel.MAIL && her.addresses().isEmpty()) {
            return new Advice(new Answer.NoAddress(her.name()), her.member(), "");
        }
        var addresses = channel == Channel.MAIL ? her.addresses() : List.of("");
        Standing first = null;
        for (var address : addresses) {
            var standing = Standing.in(entries, her, purpose.key(), channel, address);
            if (open(purpose.basis(), standing.state())) {
                return new Advice(new Answer.Going(Instant.EPOCH), her.member(), address);
            }
            first = first == null ? standing : first;
        }
        return no(her, why(her, purpose, channel, Objects.requireNonNull(first)));
    }

    private static boolean open(Basis basis, Standing.State state) {
        return switch (basis) {
            case SERVICE -> true;
            case INTEREST -> state != Standing.State.WITHDRAWN;
            case CONSENT -> state == Standing.State.AGREED;
        };
    }

    private static Advice no(Reach her, String why) {
        return new Advice(new Answer.NotAllowed(why), her.member(), "");
    }

    private static String why(
            Reach her, Purposes.Known purpose, Channel channel, Standing standing) {
        var since = standing.since();
        return switch (standing.state()) {
            case WITHDRAWN ->
                    "%s does not want %s %s, since %s."
                            .formatted(
                                    her.name(),
                                    since == null || since.purpose().equals(Purpose.ALL)
                                            ? "any mails of ours"
                                            : "“%s”".formatted(purpose.name()),
                                    channel.words(),
                                    since == null ? "some time" : day(since.at()));
            case ASKED ->
                    "%s chose “%s” and has not confirmed it yet, by the link in our mail."
                            .formatted(her.name(), purpose.name());
            case AGREED, NONE ->
                    "%s has not agreed to “%s” %s."
                            .formatted(her.name(), purpose.name(), channel.words());
        };
    }

    private static String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.UK)
                .format(at.atZone(java.time.ZoneOffset.UTC));
    }

    /// When nothing but time is in the way.
    private record Times(Budget budget, QuietHours quiet, ZoneId zone, Instant now) {

        Answer of(Reach her, List<Asked> before) {
            var hers =
                    before.stream()
                            .filter(a -> a.putOn() != null && her.homes().contains(a.putOn()))
                            .map(Asked::at)
                            .toList();
            var there = her.zone() == null ? zone : her.zone();
            var free = budget.free(hers, now);
            var from = free.orElse(now);
            var over = quiet.over(from, there);
            if (free.isEmpty() && over.isEmpty()) {
                return new Answer.Going(now);
            }
            var until = over.orElse(from);
            var said =
                    free.isEmpty()
                            ? "It is %s where %s is (%s%s), which is in the quiet hours."
                                    .formatted(
                                            clock("HH:mm", now, there),
                                            her.name(),
                                            there,
                                            her.zone() == null ? ", as the community" : "")
                            : "%s was asked %s in the last %d days, and %d is the most."
                                    .formatted(
                                            her.name(),
                                            hers.size() == 1 ? "once" : hers.size() + " times",
                                            budget.days(),
                                            budget.asks());
            return new Answer.Held(
                    "%s %s %s there."
                            .formatted(said, WAITS, clock("EEEE, d MMMM, HH:mm", until, there)),
                    until);
        }

        private static String clock(String pattern, Instant at, ZoneId zone) {
            return DateTimeFormatter.ofPattern(pattern, Locale.UK).format(at.atZone(zone));
        }
    }
}
