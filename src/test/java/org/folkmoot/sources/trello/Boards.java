package org.folkmoot.sources.trello;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small Trello: one board, whose lists come in pages of three whatever limit is asked for.
final class Boards {

    static final String BOARD = id(1, 0);
    static final String LIST = id(2, 0);
    static final Map<String, Object> ADA =
            Map.of("id", id(3, 1), "fullName", "Ada", "username", "ada", "unheard_of", List.of(1));

    final Map<String, Map<String, Object>> cards = new TreeMap<>();
    final Map<String, Map<String, Object>> actions = new TreeMap<>();
    final List<Map<String, Object>> hooks = new ArrayList<>();
    int page = 3;

    /// As Trello gives them out: the second, and a number.
    static String id(long second, int number) {
        return "%08x%016x".formatted(1_700_000_000L + second, number);
    }

    static String time(long second) {
        return java.time.Instant.ofEpochSecond(1_700_000_000L + second).toString();
    }

    String card(long second, String name) {
        var id = id(second, 0xc);
        var card = new LinkedHashMap<String, Object>();
        card.put("id", id);
        card.put("name", name);
        card.put("desc", "About " + name);
        card.put("idBoard", BOARD);
        card.put("idList", LIST);
        card.put("due", null);
        card.put("closed", false);
        card.put("shortUrl", "https://trello.com/c/" + name.replace(' ', '-'));
        cards.put(id, card);
        action(second, "createCard", Map.of("card", Map.of("id", id, "name", name)));
        return id;
    }

    String comment(long second, String card, String text) {
        return action(
                second,
                "commentCard",
                Map.of("card", Map.of("id", card, "shortLink", "sh0rt"), "text", text));
    }

    String action(long second, String type, Map<String, Object> data) {
        var id = id(second, 0xa);
        var all = new LinkedHashMap<String, Object>(data);
        all.put("board", Map.of("id", BOARD, "name", "Moot"));
        var action = new LinkedHashMap<String, Object>();
        action.put("id", id);
        action.put("type", type);
        action.put("date", time(second));
        action.put("data", all);
        action.put("idMemberCreator", ADA.get("id"));
        action.put("memberCreator", ADA);
        actions.put(id, action);
        return id;
    }

    Map<String, Object> card(String id) {
        return Objects.requireNonNull(cards.get(id));
    }

    Map<String, Object> action(String id) {
        return Objects.requireNonNull(actions.get(id));
    }

    Answer answer(Asked asked) {
        var path = asked.path();
        if (asked.method().equals("POST") || asked.method().equals("PUT")) {
            return written(asked);
        }
        if (asked.method().equals("DELETE")) {
            var id = path.replaceFirst("^.*/", "");
            var was =
                    cards.remove(id) != null
                            || actions.remove(id) != null
                            || hooks.removeIf(hook -> id.equals(hookId(hook)));
            return was ? Answer.json(Map.of("_value", 1)) : Answer.of(404, "not found");
        }
        return counted(read(asked, path));
    }

    private static String hookId(Map<String, Object> hook) {
        return id(hook.toString().length(), 0xb);
    }

    /// Of whoever's token it is, with those of each.
    private Answer tokens(Asked asked) {
        var all =
                hooks.stream()
                        .map(
                                hook -> {
                                    var told = new LinkedHashMap<>(hook);
                                    told.put("id", hookId(hook));
                                    return told;
                                })
                        .toList();
        return Answer.json(
                List.of(
                        asked.one("webhooks").equals("true")
                                ? Map.of("id", "t0", "webhooks", all)
                                : Map.of("id", "t0")));
    }

    private static Answer counted(Answer answer) {
        return answer.with("x-rate-limit-api-token-interval-ms", "10000")
                .with("x-rate-limit-api-token-max", "100")
                .with("x-rate-limit-api-token-remaining", "99")
                .with("x-rate-limit-api-key-remaining", "299");
    }

    private Answer read(Asked asked, String path) {
        var board =
                Map.of(
                        "id",
                        BOARD,
                        "name",
                        "Moot",
                        "shortLink",
                        "m00t",
                        "url",
                        "https://trello.com/b/m00t");
        var id = path.replaceFirst("^/\\w+/", "").replaceFirst("/.*$", "");
        return switch (path.replaceFirst("/" + id + "(?=/|$)", "/ID")) {
            case "/members/ID/boards" -> Answer.json(List.of(board));
            case "/members/ID/tokens" -> tokens(asked);
            case "/members/ID" -> Answer.json(ADA);
            case "/boards/ID/members" -> Answer.json(List.of(ADA));
            case "/boards/ID/actions" -> Answer.json(paged(actions, asked, ""));
            case "/boards/ID/cards" -> Answer.json(paged(cards, asked, ""));
            case "/boards/ID/lists" ->
                    id.equals(BOARD)
                            ? Answer.json(List.of(Map.of("id", LIST)))
                            : Answer.of(404, "not found");
            case "/lists/ID" ->
                    id.equals(LIST) ? Answer.json(Map.of("id", id)) : Answer.of(404, "not found");
            case "/lists/ID/cards" -> Answer.json(cards.values());
            case "/cards/ID/actions" -> Answer.json(paged(actions, asked, id));
            case "/cards/ID" -> one(cards, id);
            case "/actions/ID" -> one(actions, id);
            case "/boards/ID" ->
                    List.of(BOARD, "m00t").contains(id)
                            ? Answer.json(board)
                            : Answer.of(404, "board not found");
            default -> Answer.of(400, "invalid id");
        };
    }

    private static Answer one(Map<String, Map<String, Object>> all, String id) {
        var found = all.get(id);
        return found == null
                ? Answer.of(404, "The requested resource was not found.")
                : Answer.json(found);
    }

    private List<Map<String, Object>> paged(
            Map<String, Map<String, Object>> all, Asked asked, String card) {
        var before = asked.one("before");
        var filter = asked.one("filter");
        return all.values().stream()
                .filter(row -> before.isEmpty() || key(row).compareTo(before) < 0)
                .filter(row -> card.isEmpty() || row.toString().contains(card))
                .filter(
                        row ->
                                !row.containsKey("type")
                                        || filter.contains(row.get("type").toString()))
                .sorted(Comparator.<Map<String, Object>, String>comparing(Boards::key).reversed())
                .limit(Math.min(page, asked.number("limit", page)))
                .toList();
    }

    private static String key(Map<String, Object> row) {
        return String.valueOf(row.get("id"));
    }

    private Answer written(Asked asked) {
        var sent = new LinkedHashMap<String, Object>();
        asked.json()
                .properties()
                .forEach(field -> sent.put(field.getKey(), field.getValue().asString("")));
        var path = asked.path();
        if (path.equals("/webhooks")) {
            if (hooks.contains(sent)) {
                return Answer.of(
                        400,
                        "{\"message\":\"A webhook with that callback, model, and token already exists\"}");
            }
            hooks.add(sent);
            return Answer.json(Map.of("id", id(9, 9)));
        }
        if (path.equals("/cards")) {
            var made = card(1_000 + cards.size(), String.valueOf(sent.get("name")));
            card(made).putAll(sent);
            return Answer.json(card(made));
        }
        var id = path.split("/", -1)[2];
        if (path.endsWith("/comments")) {
            return Answer.json(
                    action(comment(2_000 + actions.size(), id, String.valueOf(sent.get("text")))));
        }
        if (path.startsWith("/cards/") && cards.containsKey(id)) {
            cards.get(id).putAll(sent);
            return Answer.json(card(id));
        }
        return path.startsWith("/actions/")
                ? Answer.json(Map.of("id", id))
                : Answer.of(400, "invalid value for idList");
    }
}
