package org.folkmoot.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes addresses.
public final class Address {

    private Address() {}

    /// The query of an address, without the question mark, in the order of the map; what is empty
    /// is left out.
    public static String query(Map<String, String> parts) {
        return parts.entrySet().stream()
                .filter(p -> !p.getValue().isEmpty())
                .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
