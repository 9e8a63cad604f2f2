package org.folkmoot.sources.salesforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;

/// A small org that answers as Salesforce does: two rows at a time, the rest at an address of its
/// own, and only by a token that holds.
final class Org {

    private static final int PAGE = 2;
    private static final Pattern SINCE =
            Pattern.compile("SystemModstamp >=? ?(\\S+?)(?:\\)|\\s|$)");

    final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> gone = new LinkedHashMap<>();
    private final List<List<Map<String, Object>>> parts = new ArrayList<>();
    String token = "00D!first";
    boolean tellsWho = true;
    boolean keepsParts = true;
    String instance = "http://169.254.169.254";
    boolean hasCampaigns = true;
    int used = 10;

    static Map<String, Object> row(String id, String stamp, String... more) {
        var row = new LinkedHashMap<String, Object>();
        row.put("attributes", Map.of("type", "X", "url", "/services/data/v62.0/sobjects/X/" + id));
        row.put("Id", id);
        row.put("SystemModstamp", stamp);
        row.put("CreatedDate", "2029-01-01T00:00:00.000+0000");
        row.put("Unheard_of__c", null);
        for (int n = 0; n < more.length; n += 2) {
            row.put(more[n], more[n + 1]);
        }
        return row;
    }

    void add(String of, Map<String, Object> row) {
        rows.computeIfAbsent(of, _ -> new ArrayList<>()).removeIf(r -> id(r).equals(id(row)));
        rows.get(of).add(row);
    }

    void delete(String of, Map<String, Object> row) {
        rows.getOrDefault(of, List.of()).removeIf(r -> id(r).equals(id(row)));
        gone.computeIfAbsent(of, _ -> new ArrayList<>()).add(row);
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.get("Id"));
    }

    Answer answer(Asked asked) {
        if (asked.path().equals("/services/oauth2/token")) {
            return Answer.json(
                    Map.of(
                            "access_token",
                            token,
                            "instance_url",
                            instance,
                            "token_type",
                            "Bearer"));
        }
        if (!asked.headers().getOrDefault("authorization", "").equals("Bearer " + token)) {
            return Answer.of(
                    401,
                    "[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
        }
        return known(asked).with("Sforce-Limit-Info", "api-usage=%d/15000".formatted(used));
    }

    private Answer known(Asked asked) {
        var path = asked.path();
        if (path.equals("/services/oauth2/userinfo")) {
            return tellsWho
                    ? Answer.json(Map.of("organization_id", "00D000000000001EAA"))
                    : Answer.of(403, "Missing_OAuth_Token");
        }
        if (!hasCampaigns && asked.one("q").contains(" FROM Campaign")) {
            return Answer.of(
                    400,
                    "[{\"message\":\"sObject type 'Campaign' is not supported.\",\"errorCode\":\"INVALID_TYPE\"}]");
        }
        if (path.equals("/services/data/v62.0/query")) {
            return page(found(asked.one("q"), rows), 0);
        }
        if (path.equals("/services/data/v62.0/queryAll")) {
            return page(found(asked.one("q"), gone), 0);
        }
        if (path.startsWith("/services/data/v62.0/query/")) {
            var place = path.replaceAll("^.*/", "").split("-", -1);
            return keepsParts
                    ? page(parts.get(Integer.parseInt(place[0])), Integer.parseInt(place[1]))
                    : Answer.of(400, "[{\"errorCode\":\"INVALID_QUERY_LOCATOR\"}]");
        }
        if (path.startsWith("/services/data/v62.0/sobjects/")) {
            return Answer.of(201, "{\"id\":\"003000000000009AAA\",\"success\":true}");
        }
        return Answer.of(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"no\"}]");
    }

    private List<Map<String, Object>> found(
            String soql, Map<String, List<Map<String, Object>>> of) {
        var from = soql.replaceFirst("^.* FROM (\\w+).*$", "$1");
        var since = SINCE.matcher(soql);
        var after = since.find() ? since.group(1).replace("Z", "") : "";
        var id = soql.contains("Id > '") ? soql.replaceFirst("^.*Id > '(\\w+)'.*$", "$1") : null;
        return of.getOrDefault(from, List.of()).stream()
                .filter(r -> later(r, after, id))
                .sorted(
                        Comparator.<Map<String, Object>, String>comparing(r -> stamp(r))
                                .thenComparing(Org::id))
                .toList();
    }

    private static boolean later(Map<String, Object> row, String after, @Nullable String id) {
        var order = stamp(row).compareTo(after);
        return id == null ? order >= 0 : order > 0 || (order == 0 && id(row).compareTo(id) > 0);
    }

    private static String stamp(Map<String, Object> row) {
        return String.valueOf(row.get("SystemModstamp")).replaceFirst("(\\.000)?(\\+0000|Z)$", "");
    }

    private Answer page(List<Map<String, Object>> all, int from) {
        var to = Math.min(all.size(), from + PAGE);
        var body = new LinkedHashMap<String, Object>();
        body.put("totalSize", all.size());
        body.put("done", to == all.size());
        body.put("records", all.subList(from, to));
        if (to < all.size()) {
            if (!parts.contains(all)) {
                parts.add(all);
            }
            body.put(
                    "nextRecordsUrl",
                    "/services/data/v62.0/query/%d-%d".formatted(parts.indexOf(all), to));
        }
        return Answer.json(body);
    }
}
