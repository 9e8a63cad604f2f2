package org.folkmoot.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Reach;
import org.folkmoot.members.Reaching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What holds for one person: what she agreed to, and how often she was asked. Five statements.
@Component
@Transactional
class Outlook {

    private final Reaching reaching;
    private final Consents consents;
    private final Purposes purposes;
    private final Asks asks;
    private final RulesBook book;

    Outlook(Reaching reaching, Consents consents, Purposes purposes, Asks asks, RulesBook book) {
        this.reaching = reaching;
        this.consents = consents;
        this.purposes = purposes;
        this.asks = asks;
        this.book = book;
    }

    /// @param address of which the standing is told; empty by hand, or where none is known
    record Line(Purposes.Known purpose, Channel channel, String address, Standing standing) {}

    /// @param lines one for each purpose and channel of which anything holds or can
    /// @param asked what counts within the budget's days, the latest first
    /// @param ledger all lines of hers, the latest first
    record Seen(
            Reach her, List<Line> lines, List<Asked> asked, Budget budget, List<Entry> ledger) {}

    /// @throws Refusal.NotFound when she is not here
    Seen of(long member, Instant now) {
        var her = reaching.of(List.of(member)).get(member);
        if (her == null) {
            throw new Refusal.NotFound("This person");
        }
        var ledger =
                consents.of(her.homes(), her.addresses()).stream()
                        .sorted(Entry.IN_TIME.reversed())
                        .toList();
        var budget = book.here().budget();
        var lines = new ArrayList<Line>();
        for (var purpose : purposes.all()) {
            if (purpose.basis() != Basis.SERVICE) {
                lines.add(mail(her, ledger, purpose));
                var hand = Standing.in(ledger, her, purpose.key(), Channel.HAND, "");
                if (hand.state() != Standing.State.NONE) {
                    lines.add(new Line(purpose, Channel.HAND, "", hand));
                }
            }
        }
        return new Seen(
                her,
                lines,
                asks.counting(her.homes(), now.minus(budget.span()), 0),
                budget,
                ledger);
    }

    /// Of the first address that she agreed to have used, else of the first.
    private static Line mail(Reach her, List<Entry> ledger, Purposes.Known purpose) {
        Line first = null;
        for (var address : her.addresses().isEmpty() ? List.of("") : her.addresses()) {
            var line =
                    new Line(
                            purpose,
                            Channel.MAIL,
                            address,
                            Standing.in(ledger, her, purpose.key(), Channel.MAIL, address));
            if (line.standing().state() == Standing.State.AGREED) {
                return line;
            }
            first = first == null ? line : first;
        }
        return Objects.requireNonNull(first);
    }
}
