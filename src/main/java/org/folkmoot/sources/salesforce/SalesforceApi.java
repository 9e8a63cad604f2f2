package org.folkmoot.sources.salesforce;

import java.net.URI;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Salesforce's addresses. Where an org answers it tells only with the token; whoever gave another
/// address than one of Salesforce's, such as that of a proxy, wants that one.
///
/// @param instance where the org answers
record SalesforceApi(Line line, URI instance) {

    static SalesforceApi of(Line line) {
        var base = line.connection().address("base-url");
        var told = SalesforceGrant.theirs(base.toString()) ? line.base() : "";
        return new SalesforceApi(line, told.isEmpty() ? base : URI.create(told));
    }

    /// What makes the org out among others: its id, or, as an app without the scope for it is not
    /// told, its address.
    String org() {
        var reply = line.ask(get("/services/oauth2/userinfo").allowing(400, 403, 404, 405, 501));
        var id = reply.status() == 200 ? reply.json().path("organization_id").asString("") : "";
        return id.isEmpty() ? instance.getRawAuthority() : id;
    }

    private String data() {
        var version = line.connection().setting("api-version").replaceFirst("^v", "");
        return "/services/data/v" + Ask.part(version);
    }

    Ask get(String path) {
        return signed(Ask.get(instance, path));
    }

    /// The frame adds a token that it was granted.
    private Ask signed(Ask ask) {
        var connection = line.connection();
        return new SalesforceGrant().applies(connection)
                ? ask
                : ask.with("Authorization", "Bearer " + connection.token("token"));
    }

    Ask query(String soql) {
        return get(data() + "/query").query("q", soql);
    }

    /// Also what was deleted.
    Ask queryAll(String soql) {
        return get(data() + "/queryAll").query("q", soql);
    }

    /// The rest of an answer: a path on the same host, or nothing.
    static String next(JsonNode page) {
        var next = page.path("nextRecordsUrl").asString("");
        return page.path("done").asBoolean(true) || !next.matches("/services/data/[\\w./-]+")
                ? ""
                : next;
    }

    Ask object(String method, String path) {
        return signed(Ask.of(method, instance, data() + "/sobjects/" + path));
    }
}
