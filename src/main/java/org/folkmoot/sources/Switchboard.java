package org.folkmoot.sources;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Opens lines to platforms, and remembers what they still allow when a line is closed.
@Component
public class Switchboard {

    /// A line that is open.
    ///
    /// @param bucket whose patience it uses up
    public record Talk(Connector connector, Line line, String bucket) {}

    private final Platforms platforms;
    private final Wiring wiring;
    private final Budgets budgets;
    private final Granted granted;
    private final Wire wire;
    private final Clock clock;

    Switchboard(
            Platforms platforms,
            Wiring wiring,
            Budgets budgets,
            Granted granted,
            Wire wire,
            Clock clock) {
        this.platforms = platforms;
        this.wiring = wiring;
        this.budgets = budgets;
        this.granted = granted;
        this.wire = wire;
        this.clock = clock;
    }

    /// Whose patience a source uses up; only one at a time may.
    public String bucket(Source source) {
        var connector = platforms.named(source.platform());
        return connector.bucket(wiring.of(connector, source));
    }

    /// What its platform still allows, by lane.
    public Map<String, Budget> left(Source source) {
        return budgets.of(bucket(source));
    }

    public Talk open(Source source) {
        var connector = platforms.named(source.platform());
        return open(connector, wiring.of(connector, source), granted.of(source.id()));
    }

    private Talk open(Connector connector, Connection connection, Access.Purse purse) {
        var bucket = connector.bucket(connection);
        var access =
                connector
                        .grant()
                        .filter(grant -> grant.applies(connection))
                        .map(grant -> new Access(grant, connection, purse))
                        .orElse(null);
        var line =
                new Line(connection, connector.manners(), wire, clock, budgets.of(bucket), access);
        return new Talk(connector, line, bucket);
    }

    /// Talks with a platform for somebody who waits for it.
    ///
    /// @throws Refusal.Unusable with why it did not work
    public <T> T talk(Source source, Function<Talk, T> work) {
        return talk(open(source), work);
    }

    /// Talks with a platform that is not connected. An access token that it gives is forgotten.
    ///
    /// @throws Refusal.Unusable with why it did not work
    public <T> T talk(Connector connector, Connection connection, Function<Talk, T> work) {
        return talk(open(connector, connection, new Access.Passing()), work);
    }

    private <T> T talk(Talk talk, Function<Talk, T> work) {
        try {
            return work.apply(talk);
        } catch (Stop stop) {
            throw new Refusal.Unusable(stop.came().words());
        } catch (JacksonException e) {
            throw new Refusal.Unusable(
                    talk.connector().title() + " answered with something that cannot be read.");
        } finally {
            close(talk);
        }
    }

    public void close(Talk talk) {
        budgets.keep(talk.bucket(), talk.line().budgets());
        BudgetGauges.note(talk.connector().platform(), talk.line());
    }
}
