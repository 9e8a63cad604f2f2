package org.folkmoot.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.NullNode;

/// A chart as `chart.js` reads it.
final class ChartJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChartJson() {}

    /// Safe inside a script element.
    static String of(Chart chart) {
        return JSON.writeValueAsString(
                        Map.of(
                                "shape",
                                chart.shape().name(),
                                "unit",
                                chart.unit(),
                                "across",
                                chart.across(),
                                "labels",
                                chart.labels(),
                                "series",
                                chart.series().stream().map(ChartJson::drawn).toList(),
                                "flags",
                                chart.flags(),
                                "locale",
                                chart.locale().toLanguageTag()))
                .replace("<", "\\u003c");
    }

    private static Map<String, Object> drawn(Chart.Series one) {
        var drawn = new HashMap<String, Object>();
        drawn.put("name", one.name());
        drawn.put("values", numbers(one.values()));
        drawn.put("hue", one.hue());
        drawn.put("before", one.before());
        var band = one.band();
        if (band != null) {
            drawn.put("low", numbers(band.low()));
            drawn.put("high", numbers(band.high()));
        }
        return drawn;
    }

    private static List<JsonNode> numbers(List<Double> values) {
        return values.stream()
                .<JsonNode>map(v -> v.isNaN() ? NullNode.instance : DoubleNode.valueOf(v))
                .toList();
    }
}
