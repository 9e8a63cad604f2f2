package org.folkmoot.connectors;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;

/// What somebody chose on the page of a dropped file, as it stands in the page's address:
/// `format`, `o-<option>` and, for a CSV, `m-<column>`.
///
/// @param params as they came, blank ones left out
record Wish(Map<String, String> params) {

    private static final String OPTION = "o-";

    Wish {
        var kept = new TreeMap<String, String>();
        params.forEach(
                (name, value) -> {
                    var ours =
                            name.equals("format")
                                    || name.startsWith(OPTION)
                                    || name.startsWith("m-");
                    if (ours && !value.isBlank()) {
                        kept.put(name, value.strip());
                    }
                });
        params = Map.copyOf(kept);
    }

    /// Empty when nobody chose.
    String format() {
        return params.getOrDefault("format", "");
    }

    String option(String name) {
        return params.getOrDefault(OPTION + name, "");
    }

    /// Those options that this format knows.
    Map<String, String> options(Format format) {
        var options = new TreeMap<String, String>();
        for (var choice : format.choices()) {
            var value = option(choice.name());
            if (!value.isEmpty()) {
                options.put(choice.name(), value);
            }
        }
        return options;
    }

    /// The same choices in an address.
    String in(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        new TreeMap<>(params).forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(params).toUriString();
    }
}
