package org.folkmoot.sources.salesforce;

import static org.folkmoot.connectors.intake.JsonRows.text;

import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.salesforce.At.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads an org a page at a time, each object by the time of its last change, the oldest first;
/// then what was deleted, which only another query shows.
final class SalesforcePulls {

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
        var gone = at.stage() == Stage.GONE_CONTACTS || at.stage() == Stage.GONE_MEMBERS;
        if (gone && at.mark().isEmpty()) {
            // what was deleted before we came was never here
            return on(at.done(line.now().toString()), at.stage());
        }
        var page = page(at, gone);
        if (page == null) {
            return on(at.next(""), true);
        }
        var answers = new SalesforceAnswers(at.org(), api.instance().toString(), basket);
        var went = at;
        for (var row : page.path("records")) {
            read(row, at.stage(), answers);
            went = went.seen(text(row, "SystemModstamp"), text(row, "Id"));
        }
        var next = SalesforceApi.next(page);
        return next.isEmpty() ? on(went.done(went.time()), at.stage()) : on(went.next(next), true);
    }

    /// Null when the rest of an answer is not kept any more: then it is asked for anew, behind the
    /// last row.
    private @Nullable JsonNode page(At at, boolean gone) {
        if (!at.next().isEmpty()) {
            var rest = line.ask(api.get(at.next()).allowing(400, 404));
            return rest.status() == 200 ? rest.json() : null;
        }
        var soql = Soql.of(at, line.connection().since());
        Ask ask = gone ? api.queryAll(soql) : api.query(soql);
        return line.ask(ask).json();
    }

    private void read(JsonNode row, Stage stage, SalesforceAnswers answers) {
        switch (stage) {
            case ORG, CONTACTS -> answers.contact(row);
            case CAMPAIGNS -> answers.campaign(row);
            case MEMBERS -> answers.member(row);
            case GONE_CONTACTS -> answers.gone(row, line.now());
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
