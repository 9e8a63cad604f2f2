package org.folkmoot.sources.hubspot;

import java.net.URI;
import java.util.List;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// HubSpot's addresses. Searches have a limit of their own.
record HubSpotApi(Line line) {

    static final String CONTACTS = "/crm/v3/objects/contacts";
    static final String COMPANIES = "/crm/v3/objects/companies";
    static final String LISTS = "/crm/v3/lists";
    static final String EVENTS = "/marketing/v3/marketing-events";

    private static final List<String> USUAL =
            List.of(
                    "firstname",
                    "lastname",
                    "email",
                    "jobtitle",
                    "company",
                    "associatedcompanyid",
                    "website",
                    "city",
                    "state",
                    "country",
                    "hs_language",
                    "hs_timezone",
                    "hs_linkedin_url",
                    "twitterhandle",
                    "lifecyclestage",
                    "createdate",
                    "lastmodifieddate",
                    "hs_merged_object_ids");

    private URI base() {
        return line.connection().address("base-url");
    }

    /// What we want to know of a contact.
    List<String> properties() {
        return java.util.stream.Stream.concat(
                        USUAL.stream(), line.connection().list("properties").stream())
                .distinct()
                .toList();
    }

    Ask get(String path) {
        return signed(Ask.get(base(), path));
    }

    Ask send(String method, String path, Object body) {
        return signed(Ask.of(method, base(), path)).json(body);
    }

    Ask search(String path, Object body) {
        return send("POST", path + "/search", body).lane("search");
    }

    Ask contact(String id) {
        return get(CONTACTS + "/" + Ask.part(id))
                .query("properties", String.join(",", properties()));
    }

    /// A lasting token by ourselves; the frame adds one that runs out.
    private Ask signed(Ask ask) {
        return line.connection()
                .secret("token")
                .map(token -> ask.with("Authorization", "Bearer " + token))
                .orElse(ask);
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("paging").path("next").path("after").asString("");
        return next.equals(before) ? "" : next;
    }

    /// The account's number: as it was told, else as HubSpot says, else empty.
    String account() {
        var told = line.connection().setting("account");
        if (!told.isEmpty()) {
            return told;
        }
        var reply = line.ask(get("/account-info/v3/details").allowing(400, 403, 404, 405, 501));
        return reply.status() == 200 ? reply.json().path("portalId").asString("") : "";
    }
}
