package org.folkmoot.sources.outgoing;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets programs of others hear what happens here, and lets them go.
@Component
@Transactional
public class Subscribing {

    static final String TRIAL = "test";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;

    private final Subscribers subscribers;
    private final Tellings tellings;
    private final List<Feed> feeds;
    private final Communities communities;
    private final Clock clock;

    Subscribing(
            Subscribers subscribers,
            Tellings tellings,
            List<Feed> feeds,
            Communities communities,
            Clock clock) {
        this.subscribers = subscribers;
        this.tellings = tellings;
        this.feeds = feeds;
        this.communities = communities;
        this.clock = clock;
    }

    /// A subscriber that is new, with what it checks signatures with: shown this once.
    public record Made(Subscriber subscriber, String secret) {

        @Override
        public String toString() {
            return subscriber.toString();
        }
    }

    /// All types of happenings, with words for people.
    public Map<String, String> types() {
        var all = new LinkedHashMap<String, String>();
        feeds.forEach(feed -> all.putAll(feed.types()));
        return all;
    }

    /// Tells it of all that happens from now on.
    ///
    /// @param name for people; empty for the address's host
    /// @param wants types; all when empty
    /// @throws Refusal.Unusable with what is wrong in words
    public Made add(String name, String address, Collection<String> wants) {
        var host = checked(address).getHost();
        var made =
                subscribers.add(
                        called(name.isBlank() ? host : name),
                        address.strip(),
                        chosen(wants),
                        clock.instant());
        feeds.forEach(feed -> tellings.place(made.id(), feed.key(), feed.last()));
        return new Made(
                made,
                subscribers.secret(made.id()).map(Delivering.STANDARD_KEY::concat).orElse(""));
    }

    public Subscriber change(long id, String name, String address, Collection<String> wants) {
        checked(address);
        subscribers.set(subscribers.get(id), called(name), address.strip(), chosen(wants));
        return subscribers.get(id);
    }

    public void pause(long id) {
        subscribers.become(
                subscribers.get(id), Subscriber.State.PAUSED, "subscriber paused", clock.instant());
    }

    /// Goes on where it stopped, also with one that broke.
    public void resume(long id) {
        subscribers.become(
                subscribers.get(id), Subscriber.State.ON, "subscriber resumed", clock.instant());
    }

    public void remove(long id) {
        subscribers.remove(subscribers.get(id));
    }

    /// Sends something of no meaning, to see that it arrives.
    public void trial(long id) {
        var now = clock.instant();
        var to = subscribers.get(id);
        var body = Tellings.body(communities.here().slug(), TRIAL, now, Map.of());
        tellings.add(to, TRIAL + "-" + UUID.randomUUID(), TRIAL, body, now);
    }

    /// Tells something once more, under the same name.
    public Telling again(long id, long telling) {
        var one = tellings.get(subscribers.get(id).id(), telling);
        tellings.again(one.id(), clock.instant());
        return tellings.get(id, telling);
    }

    /// The same for all that were given up.
    public int again(long id) {
        return tellings.againDead(subscribers.get(id).id(), clock.instant());
    }

    private List<String> chosen(Collection<String> wants) {
        var known = types().keySet();
        for (var one : wants) {
            if (!known.contains(one)) {
                throw new Refusal.Unusable(
                        "There is no event %s. There are: %s."
                                .formatted(one, String.join(", ", known)));
            }
        }
        return known.stream().filter(one -> wants.isEmpty() || wants.contains(one)).toList();
    }

    private static String called(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf(0) >= 0) {
            throw new Refusal.Unusable("Give it a name of up to 200 characters.");
        }
        return name.strip();
    }

    /// Where it may lead is looked at each time something is sent.
    private static URI checked(String address) {
        try {
            var uri = URI.create(address.strip());
            if (uri.getHost() != null
                    && List.of("http", "https").contains(uri.getScheme())
                    && uri.getUserInfo() == null
                    && uri.getRawFragment() == null
                    && address.length() <= LONGEST_ADDRESS) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notOne();
        }
        throw notOne();
    }

    private static Refusal notOne() {
        return new Refusal.Unusable(
                "This is no address like https://hooks.example.org/folkmoot. A password does not belong into it.");
    }
}
