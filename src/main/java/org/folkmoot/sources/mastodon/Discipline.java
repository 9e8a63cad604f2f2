package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Ask;

/// What an instance's moderators do to accounts. A limit has no end: somebody has to lift it.
record Discipline(MastodonApi api) {

    Done act(Act act) {
        var number = number(act.target());
        var account = "/api/v1/admin/accounts/" + number;
        if (act.what() == Act.What.LIFT) {
            lift(account);
        } else {
            var body = new LinkedHashMap<String, Object>();
            body.put("type", act.what() == Act.What.BAN ? "suspend" : "silence");
            body.put("text", act.text());
            if (!act.more("report_id").isEmpty()) {
                body.put("report_id", act.more("report_id"));
            }
            api.done(api.send("POST", account + "/action").json(body));
        }
        return new Done(act.target(), "");
    }

    private void lift(String account) {
        var now = api.done(api.get(account));
        if (now.path("suspended").asBoolean(false)) {
            api.done(api.send("POST", account + "/unsuspend"));
        }
        if (now.path("silenced").asBoolean(false)) {
            api.done(api.send("POST", account + "/unsilence"));
        }
        if (now.path("disabled").asBoolean(false)) {
            api.done(api.send("POST", account + "/enable"));
        }
    }

    private String number(String person) {
        var own = "@" + Names.of(api.line()).domain();
        var acct =
                person.endsWith(own) ? person.substring(0, person.length() - own.length()) : person;
        var found = api.done(api.get("/api/v1/accounts/lookup").query("acct", acct));
        if (text(found, "id").isEmpty()) {
            throw new IllegalArgumentException("The instance does not know this account.");
        }
        return Ask.part(text(found, "id"));
    }
}
