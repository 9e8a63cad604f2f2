package org.folkmoot.sources.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sources.Call;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Where something stands in a row: `actor.id`, `tags[0]`, a JSON Pointer (`/actor/id`), after `$`
/// in the whole call (`$.type`), after `@` in a header (`@X-Event`), in quotation marks what is
/// always the same (`"Main door"`). Of several, divided by `|`, the first that is there.
record Where(List<String> ways) {

    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");
    private static final int LONGEST = 200_000;

    static Where of(String text) {
        return new Where(
                Arrays.stream(text.split("\\|", -1))
                        .map(String::strip)
                        .filter(way -> !way.isEmpty())
                        .toList());
    }

    /// A row, and the call that it came in.
    ///
    /// @param whole all that the call says
    record Row(JsonNode row, JsonNode whole, Call call) {}

    /// What stands there as text; empty when nothing does.
    String in(Row row) {
        return ways.stream()
                .map(way -> text(row, way))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /// What stands there, whatever it is.
    Optional<JsonNode> node(JsonNode root) {
        return ways.stream()
                .map(way -> find(root, way.startsWith("$") ? way.substring(1) : way))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }

    private static String text(Row row, String way) {
        var quoted = QUOTED.matcher(way);
        if (quoted.matches()) {
            return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
        }
        if (way.startsWith("@")) {
            return row.call().header(way.substring(1));
        }
        var found =
                way.startsWith("$") ? find(row.whole(), way.substring(1)) : find(row.row(), way);
        var text = found.isValueNode() && !found.isNull() ? found.asString("") : "";
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text).strip();
    }

    private static JsonNode find(JsonNode from, String way) {
        if (way.startsWith("/")) {
            return from.at(JsonPointer.compile(way));
        }
        var path = way.replaceAll("\\[(\\d+)]", ".$1").replaceFirst("^\\.", "");
        if (path.isEmpty() || from.has(path)) {
            return path.isEmpty() ? from : from.path(path);
        }
        var at = from;
        for (var step : path.split("\\.", -1)) {
            at =
                    at.isArray() && step.matches("\\d{1,6}")
                            ? at.path(Integer.parseInt(step))
                            : at.path(step);
        }
        return at;
    }
}
