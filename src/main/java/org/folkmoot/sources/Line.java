package org.folkmoot.sources;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connector's line to its platform for one turn. It keeps to the platform's limits before they
/// bite, and ends the turn by itself where an answer is none that the connector could use.
public final class Line {

    private final Connection connection;
    private final Manners manners;
    private final Wire wire;
    private final Clock clock;
    private final Map<String, Budget> budgets;
    private final @Nullable Access access;

    /// @param access where its requests need a token that runs out; null where they do not
    Line(
            Connection connection,
            Manners manners,
            Wire wire,
            Clock clock,
            Map<String, Budget> budgets,
            @Nullable Access access) {
        this.connection = connection;
        this.manners = manners;
        this.wire = wire;
        this.clock = clock;
        this.budgets = new HashMap<>(budgets);
        this.access = access;
    }

    public Connection connection() {
        return connection;
    }

    public Instant now() {
        return clock.instant();
    }

    /// What is left, by lane.
    Map<String, Budget> budgets() {
        return Map.copyOf(budgets);
    }

    /// Asks, unless the platform said that it is enough for now. A request without a header
    /// Authorization gets the access token, where the platform gives such; when that is refused, a
    /// new one is tried once.
    ///
    /// @return a good answer, or one of those that the request calls fine
    public Reply ask(Ask ask) {
        if (access == null || ask.headers().containsKey("Authorization")) {
            return good(ask, talk(ask));
        }
        var token = access.token(this::askForToken, now());
        if (!connection.leadsTo(ask.uri()) && !Connection.same(ask.uri(), token.base())) {
            return good(ask, talk(ask)); // a token goes nowhere else
        }
        var reply = talk(ask.with("Authorization", "Bearer " + token.access()));
        if (reply.status() == 401) {
            var other = access.other(token, this::askForToken, now());
            reply = talk(ask.with("Authorization", "Bearer " + other.access()));
        }
        return good(ask, reply);
    }

    /// Where requests go, for platforms that tell it together with the token; empty where they do
    /// not.
    public String base() {
        return access == null ? "" : access.token(this::askForToken, now()).base();
    }

    /// Asks for an access token.
    Reply askForToken(Ask ask) {
        var reply = talk(ask.lane("token")).toQuestion();
        if (List.of(400, 401, 403).contains(reply.status())) {
            throw new Stop(
                    new Pull.SignInAgain(
                            "%s gives no access any more (%d). Check its secrets, or sign in there anew."
                                    .formatted(manners.title(), reply.status())));
        }
        return good(ask, reply);
    }

    private Reply talk(Ask ask) {
        var before = budgets.getOrDefault(ask.lane(), Budget.UNKNOWN);
        var shut = before.shutAt(now());
        if (shut != null) {
            throw new Stop(new Pull.SlowDown(shut, manners.title() + " allows no more for now."));
        }
        var reply = send(ask);
        var left = manners.budget(reply, now(), before);
        budgets.put(ask.lane(), left);
        return reply;
    }

    private Reply good(Ask ask, Reply reply) {
        var left = budgets.getOrDefault(ask.lane(), Budget.UNKNOWN);
        var trouble = manners.trouble(reply, left, now());
        if (trouble instanceof Pull.SlowDown(var until, _)) {
            budgets.put(ask.lane(), left.closed(until));
            throw new Stop(trouble);
        }
        if (trouble != null && !ask.fine().contains(reply.status())) {
            throw new Stop(trouble);
        }
        return reply;
    }

    private Reply send(Ask ask) {
        try {
            var reply = wire.send(ask);
            return ask.method().equals("GET") ? reply.toQuestion() : reply;
        } catch (Wire.Unsent e) {
            throw new Stop(new Pull.Unreachable(String.valueOf(e.getMessage()), false));
        } catch (IOException e) {
            throw new Stop(
                    new Pull.Unreachable(manners.title() + " did not answer, or not to the end."));
        }
    }
}
