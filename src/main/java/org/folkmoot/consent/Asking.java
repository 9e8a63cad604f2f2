package org.folkmoot.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.access.Post;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one door through which every module asks people something, or tells them something they did
/// not just ask for. It looks at what she agreed to, at how often she was asked over all modules,
/// and at the hour it is where she is; it sends each ask at most once, and says why one is held.
/// See docs/consent.md.
@Component
@Transactional
public class Asking {

    /// For how long a mail can be taken back before it leaves.
    public static final Duration HOLD = Duration.ofSeconds(10);

    private final Asks asks;
    private final Purposes purposes;
    private final Counsel counsel;
    private final Communities communities;
    private final Post post;
    private final Trail trail;
    private final Clock clock;

    Asking(
            Asks asks,
            Purposes purposes,
            Counsel counsel,
            Communities communities,
            Post post,
            Trail trail,
            Clock clock) {
        this.asks = asks;
        this.purposes = purposes;
        this.counsel = counsel;
        this.communities = communities;
        this.post = post;
        this.trail = trail;
        this.clock = clock;
    }

    /// Asks, in the caller's transaction: it goes only when that commits. By hand it notes what a
    /// teammate has done already, so nothing holds it.
    ///
    /// @throws Refusal.Unusable when there is no such purpose
    public Answer ask(Ask ask) {
        return ask(ask, clock.instant());
    }

    Answer ask(Ask ask, Instant now) {
        var purpose = purposes.get(ask.purpose());
        var who = List.of(ask.member());
        asks.oneAtATime(weigh(who, purpose, ask.channel(), now).getFirst().member());
        var before = before(ask.module(), ask.key());
        if (before.isPresent()) {
            return before.get();
        }
        var advice = weigh(who, purpose, ask.channel(), now).getFirst();
        var noted = ask.channel() == Channel.HAND && advice.member() != 0;
        var answer = noted ? new Answer.Sent(now) : advice.answer();
        if (answer instanceof Answer.Held held && held.until().isAfter(now.plus(ask.within()))) {
            return new Answer.NotAllowed(
                    held.reason().replace(Counsel.WAITS, "It could not go before")
                            + " By then it would be of no use any more.");
        }
        if (!answer.taken()) {
            return answer;
        }
        var kept = asks.put(row(ask, purpose, advice, answer, now));
        if (kept.isEmpty()) {
            return before(ask.module(), ask.key()).orElseThrow();
        }
        trail.record(
                answer instanceof Answer.Held ? "ask held" : "asked",
                "member",
                Long.toString(advice.member()),
                Map.of(
                        "ask", kept.get(),
                        "purpose", ask.purpose(),
                        "channel", ask.channel().key(),
                        "module", ask.module()));
        return answer;
    }

    private static Asked row(
            Ask ask, Purposes.Known purpose, Counsel.Advice advice, Answer answer, Instant now) {
        var letter = ask.letter();
        return new Asked(
                0,
                advice.member(),
                ask.purpose(),
                ask.channel(),
                ask.module(),
                ask.key(),
                advice.address(),
                letter == null ? "" : letter.subject(),
                letter == null ? "" : letter.text(),
                purpose.basis() != Basis.SERVICE,
                answer instanceof Answer.Held
                        ? AskState.HELD
                        : answer instanceof Answer.Sent ? AskState.SENT : AskState.WAITING,
                answer instanceof Answer.Held held ? held.reason() : "",
                answer instanceof Answer.Held held
                        ? held.until()
                        : answer instanceof Answer.Going going ? going.at() : now,
                now.plus(ask.within()),
                Trail.who(),
                now,
                answer instanceof Answer.Sent ? now : null);
    }

    /// What would become of an ask now, and why; keeps nothing.
    public Answer would(long member, String purpose, Channel channel) {
        return would(List.of(member), purpose, channel).values().iterator().next();
    }

    /// The same of many people, in as many statements as of one; by the ids given.
    public Map<Long, Answer> would(Collection<Long> members, String purpose, Channel channel) {
        return would(members, purpose, channel, clock.instant());
    }

    Map<Long, Answer> would(
            Collection<Long> members, String purpose, Channel channel, Instant now) {
        var distinct = members.stream().distinct().toList();
        var advice = weigh(distinct, purposes.get(purpose), channel, now);
        return java.util.stream.IntStream.range(0, distinct.size())
                .boxed()
                .collect(Collectors.toMap(distinct::get, i -> advice.get(i).answer()));
    }

    /// In the order of the members given.
    private List<Counsel.Advice> weigh(
            List<Long> members, Purposes.Known purpose, Channel channel, Instant now) {
        var advice = counsel.weigh(members, purpose, channel, now, 0);
        var closed = channel == Channel.MAIL ? closed() : "";
        return members.stream()
                .map(advice::get)
                .map(a -> channel == Channel.MAIL ? byPost(a, closed) : a)
                .toList();
    }

    /// Why no mail can leave; empty when mails can.
    private String closed() {
        return post.open() || communities.here().demo()
                ? ""
                : "No mail server is set up, so no mail can leave. Whoever runs this Folkmoot finds how in docs/operating.md.";
    }

    private static Counsel.Advice byPost(Counsel.Advice advice, String closed) {
        var answer = advice.answer();
        if (answer.taken() && !closed.isEmpty()) {
            answer = new Answer.NoPost(closed);
        } else if (answer instanceof Answer.Going going) {
            answer = new Answer.Going(going.at().plus(HOLD));
        }
        return new Counsel.Advice(answer, advice.member(), advice.address());
    }

    private Optional<Answer> before(String module, String key) {
        return asks.find(module, key)
                .filter(a -> a.state() != AskState.CANCELLED)
                .map(
                        a ->
                                a.state() == AskState.UNCONFIRMED
                                        ? new Answer.Unconfirmed(a.at())
                                        : new Answer.AlreadyAsked(a.state(), a.at()));
    }

    /// How an ask stands by now.
    @Transactional(readOnly = true)
    public Optional<Asked> find(String module, String key) {
        return asks.find(module, key);
    }

    /// Takes one back that has not left yet. The same key may ask again then.
    ///
    /// @return whether it did not leave and will not
    public boolean takeBack(String module, String key) {
        return asks.find(module, key).filter(a -> takeBack(a.id())).isPresent();
    }

    boolean takeBack(long id) {
        var ask = asks.get(id);
        var now = clock.instant();
        var done =
                asks.move(
                        id,
                        List.of(AskState.WAITING, AskState.HELD, AskState.FAILED),
                        AskState.CANCELLED,
                        "Taken back by %s.".formatted(Trail.who()),
                        now,
                        now);
        if (done) {
            trail.record(
                    "ask taken back",
                    "ask",
                    Long.toString(ask.id()),
                    Map.of("purpose", ask.purpose()));
        }
        return done;
    }

    /// Lets one go after all that was cancelled or did not arrive, or perhaps did not.
    boolean again(long id) {
        var ask = asks.get(id);
        var goesAt = clock.instant().plus(HOLD);
        var done = asks.again(id, goesAt, goesAt.plus(Ask.USUAL));
        if (done) {
            trail.record(
                    "ask sent after all",
                    "ask",
                    Long.toString(id),
                    Map.of("purpose", ask.purpose(), "was", ask.state().key()));
        }
        return done;
    }
}
