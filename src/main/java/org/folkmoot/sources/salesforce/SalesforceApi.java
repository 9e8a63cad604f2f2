package org.folkmoot.sources.salesforce;

import java.net.URI;
import java.util.Locale;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Salesforce's addresses. Who signs in at the common door is told there where the own org answers;
/// what is told is followed only to Salesforce itself.
///
/// @param instance where the org answers
record SalesforceApi(Line line, URI instance) {

    /// Where an org answers, and what it is.
    record Org(String id, String instance) {}

    /// @param known what was told before, empty when it is to be asked for
    static SalesforceApi of(Line line, String known) {
        var base = line.connection().address("base-url");
        return new SalesforceApi(
                line,
                known.isEmpty() || !ours(known, line.connection()) ? base : URI.create(known));
    }

    /// For a turn that does not know the org: the own address, or where the door sends us.
    static SalesforceApi of(Line line) {
        var door = of(line, "");
        return door.common() ? of(line, door.org().instance()) : door;
    }

    private boolean common() {
        var host = instance.getHost().toLowerCase(Locale.ROOT);
        return host.equals("login.salesforce.com") || host.equals("test.salesforce.com");
    }

    /// An app without the scope for it is not told; then the address makes the org out.
    Org org() {
        var reply = line.ask(get("/services/oauth2/userinfo").allowing(400, 403, 404, 405, 501));
        var told = reply.status() == 200 ? reply.json() : null;
        var id = told == null ? "" : told.path("organization_id").asString("");
        var rest = told == null ? "" : told.path("urls").path("rest").asString("");
        var own = common() && ours(rest, line.connection()) ? root(rest) : instance.toString();
        return new Org(id.isEmpty() ? instance.getRawAuthority() : id, own);
    }

    private static String root(String address) {
        var uri = URI.create(address.replaceFirst("/services/.*$", ""));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /// Whether our token may go there.
    static boolean ours(String address, Connection connection) {
        try {
            var uri = URI.create(address.replaceFirst("/services/.*$", ""));
            var base = connection.address("base-url");
            var host = uri.getHost();
            if (host == null || uri.getUserInfo() != null) {
                return false;
            }
            return (uri.getScheme().equals(base.getScheme())
                            && uri.getRawAuthority().equalsIgnoreCase(base.getRawAuthority()))
                    || (uri.getScheme().equals("https")
                            && uri.getPort() < 0
                            && host.toLowerCase(Locale.ROOT)
                                    .matches("[a-z0-9.-]+\\.(salesforce|force)\\.com"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String data() {
        var version = line.connection().setting("api-version").replaceFirst("^v", "");
        return "/services/data/v" + Ask.part(version);
    }

    Ask get(String path) {
        return Ask.get(instance, path);
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
        return Ask.of(method, instance, data() + "/sobjects/" + path);
    }
}
