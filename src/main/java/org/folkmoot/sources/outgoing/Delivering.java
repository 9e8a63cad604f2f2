package org.folkmoot.sources.outgoing;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.community.Communities;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.RetryAfter;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Wire;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.sources.turns.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells subscribers what happened, in its order, signed in the form of Standard Webhooks, and at
/// least once: whoever sees the same `webhook-id` twice was told the same.
@Component
class Delivering {

    static final String STANDARD_KEY = "whsec_";

    private static final int AT_ONCE = 500;
    private static final int PAGES = 40;
    private static final int TRIES = 10;
    private static final int FAILURES = 20;

    private final Subscribers subscribers;
    private final Tellings tellings;
    private final List<Feed> feeds;
    private final Horizon horizon;
    private final Communities communities;
    private final Turns turns;
    private final Wire wire;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Delivering(
            Subscribers subscribers,
            Tellings tellings,
            List<Feed> feeds,
            Horizon horizon,
            Communities communities,
            Turns turns,
            Wire wire,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.subscribers = subscribers;
        this.tellings = tellings;
        this.feeds = feeds;
        this.horizon = horizon;
        this.communities = communities;
        this.turns = turns;
        this.wire = wire;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Gathers what is new for a subscriber, and tells it what is due.
    ///
    /// @return false when somebody else is at it
    boolean round(long id) {
        var lock = "subscriber " + id;
        if (!turns.take(lock)) {
            return false;
        }
        try {
            var to = subscribers.get(id);
            if (to.state() == Subscriber.State.ON) {
                feeds.forEach(feed -> gather(to, feed));
                if (!to.nextAt().isAfter(clock.instant())) {
                    tell(id);
                }
            }
            return true;
        } finally {
            turns.leave(lock);
        }
    }

    private void gather(Subscriber to, Feed feed) {
        var community = communities.here().slug();
        var upTo = horizon.upTo(feed);
        for (int n = 0; n < PAGES; n++) {
            var more =
                    transaction.execute(
                            _ -> {
                                var from = tellings.place(to.id(), feed.key());
                                if (from == null) {
                                    tellings.place(to.id(), feed.key(), feed.last());
                                    return false;
                                }
                                var page = feed.after(from, AT_ONCE).upTo(upTo);
                                if (page.last() <= from) {
                                    return false;
                                }
                                tellings.gather(to, community, feed, page, clock.instant());
                                return true;
                            });
            if (!Boolean.TRUE.equals(more)) {
                return;
            }
        }
    }

    private void tell(long id) {
        for (var one : tellings.due(id, clock.instant(), AT_ONCE)) {
            var to = subscribers.get(id);
            if (to.state() != Subscriber.State.ON || !tell(to, one)) {
                return;
            }
        }
    }

    /// @return whether it took it
    private boolean tell(Subscriber to, Telling one) {
        var secret = subscribers.secret(to.id());
        if (secret.isEmpty()) {
            subscribers.failed(to, "Its secret cannot be opened. Make it anew.", null);
            return false;
        }
        try {
            var reply = wire.send(ask(to, one, secret.get(), clock.instant()));
            var status = reply.status();
            if (status >= 200 && status < 300) {
                tellings.done(one.id(), clock.instant());
                subscribers.took(to.id(), clock.instant());
                return true;
            }
            failed(
                    to,
                    one,
                    words(status),
                    status,
                    RetryAfter.of(reply, clock.instant()).orElse(null));
        } catch (Wire.Unsent e) {
            failed(to, one, String.valueOf(e.getMessage()), 0, null);
        } catch (IOException e) {
            failed(to, one, "It did not answer, or not to the end.", 0, null);
        }
        return false;
    }

    static Ask ask(Subscriber to, Telling one, String secret, Instant now) {
        var at = Long.toString(now.getEpochSecond());
        var signature =
                Signature.of(
                        "HmacSHA256",
                        Base64.getDecoder().decode(secret),
                        Signature.bytes("%s.%s.%s".formatted(one.name(), at, one.body())));
        return new Ask(
                "POST",
                URI.create(to.address()),
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        one.name(),
                        "webhook-timestamp",
                        at,
                        "webhook-signature",
                        "v1," + signature.base64()),
                one.body(),
                "",
                Set.of());
    }

    private static String words(int status) {
        return status == 410
                ? "It wants to hear no more (410)."
                : status >= 300 && status < 400
                        ? "It sends on to another address (%d): give that one.".formatted(status)
                        : "It answered %d.".formatted(status);
    }

    /// A telling is given up after some tries; a subscriber rests after each failure, and after
    /// many in a row until somebody looked, so that nothing more is given up.
    private void failed(
            Subscriber to, Telling one, String why, int status, @Nullable Instant asked) {
        var now = clock.instant();
        var later = now.plus(rest(one.tries()));
        tellings.failed(
                one.id(),
                why,
                one.tries() + 1 >= TRIES
                        ? null
                        : asked != null && asked.isAfter(later) ? asked : later,
                now);
        var rested = now.plus(Puller.pause(to.failures()));
        var next = asked != null && asked.isAfter(rested) ? asked : rested;
        subscribers.failed(to, why, status == 410 || to.failures() + 1 >= FAILURES ? null : next);
    }

    /// How long a telling waits after so many tries.
    static Duration rest(int tries) {
        return List.of(5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000).stream()
                .skip(Math.min(tries, 8))
                .findFirst()
                .map(Duration::ofSeconds)
                .orElseThrow();
    }
}
