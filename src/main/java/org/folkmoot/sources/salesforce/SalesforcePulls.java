package org.folkmoot.sources.salesforce;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.List;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.salesforce.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads an org a page at a time, each object by the time of its last change, the oldest first;
/// then what was deleted, which only another query shows.
final class SalesforcePulls {

    private static final List<String> MISSING =
            List.of("INVALID_TYPE", "INVALID_FIELD", "INSUFFICIENT_ACCESS");

    private final Line line;
    private final SalesforceApi api;
    private final Found.Basket basket = new Found.Basket();

    SalesforcePulls(Line line) {
        this.line = line;
        this.api = SalesforceApi.of(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (at.stage() == Stage.ORG) {
            at = at.org(api.org()).begin(Stage.CONTACTS);
        }
        if (at.stage().gone() && at.mark().isEmpty()) {
            // what was deleted before we came was never here
            return on(at.done(line.now().toString()), at.stage());
        }
        var reply = reply(at);
        if (reply.status() != 200) {
            return at.next().isEmpty() ? without(at, reply) : on(at.next(""), true);
        }
        var page = reply.json();
        var answers = new SalesforceAnswers(at.org(), api.instance().toString(), basket);
        var went = at;
        for (var row : page.path("records")) {
            read(row, at.stage(), answers);
            if (Dates.USUAL.read(text(row, "SystemModstamp")) != null) {
                went = went.seen(text(row, "SystemModstamp"), text(row, "Id"));
            }
        }
        var next = SalesforceApi.next(page);
        return next.isEmpty() ? on(went.done(went.time()), at.stage()) : on(went.next(next), true);
    }

    /// The rest of an answer may not be kept any more: then it is asked for anew, behind the last
    /// row. And not every org has campaigns, or lets the app's user see them.
    private Reply reply(At at) {
        if (!at.next().isEmpty()) {
            return line.ask(api.get(at.next()).allowing(400, 404));
        }
        var soql = Soql.of(at, line.connection().since());
        Ask ask = at.stage().gone() ? api.queryAll(soql) : api.query(soql);
        return line.ask(at.stage().ofCampaigns() ? ask.allowing(400) : ask);
    }

    /// What the org does not have is said once a round and passed over.
    private Pull without(At at, Reply reply) {
        var error = SalesforceManners.body(reply);
        var code = error.path("errorCode").asString("");
        if (!MISSING.contains(code)) {
            return new Pull.Unreachable(
                    "Salesforce says: %s (%s)".formatted(error.path("message").asString(""), code),
                    false);
        }
        if (!at.stage().gone()) {
            basket.add(
                    new Found.Refused(
                            at.stage().words(), 0, error.path("message").asString(code), ""));
        }
        return on(at.done(""), at.stage());
    }

    private void read(JsonNode row, Stage stage, SalesforceAnswers answers) {
        switch (stage) {
            case ORG, CONTACTS -> answers.contact(row);
            case CAMPAIGNS -> answers.campaign(row);
            case MEMBERS -> answers.member(row);
            case GONE_CONTACTS -> answers.gone(row, line.now());
            case GONE_CAMPAIGNS -> answers.campaignGone(row);
            case GONE_MEMBERS -> answers.memberGone(row);
        }
    }

    private Pull on(At next, Stage was) {
        return on(next, !was.last());
    }

    private Pull on(At next, boolean more) {
        return new Pull.Caught(
                basket.all(), Cursors.write(next), more, more ? next.stage().words() : "");
    }
}
