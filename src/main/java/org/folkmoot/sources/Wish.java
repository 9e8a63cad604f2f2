package org.folkmoot.sources;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;

/// What somebody wants to connect, and what is wrong with it.
record Wish(Connector connector, Map<String, String> settings, Map<String, String> secrets) {

    private static final int LONGEST = 20_000;
    private static final List<String> SCHEMES =
            List.of("http", "https", "imap", "imaps", "smtp", "smtps", "ws", "wss");

    Wish(Connector connector, Map<String, String> settings, Map<String, String> secrets) {
        this.connector = connector;
        this.settings = given(settings);
        this.secrets = given(secrets);
    }

    private static Map<String, String> given(Map<String, String> fields) {
        var all = new HashMap<String, String>();
        fields.forEach(
                (name, value) -> {
                    if (!value.isBlank()) {
                        all.put(name, value.strip());
                    }
                });
        return Map.copyOf(all);
    }

    /// @throws Refusal.Unusable when something is named that the connector does not know
    void check() {
        known("setting", settings, Setting.of(connector).stream().map(Setting::name).toList());
        known("secret", secrets, connector.secrets().stream().map(Credential::name).toList());
        for (var setting : Setting.of(connector)) {
            var value = settings.getOrDefault(setting.name(), "");
            if (setting.shape() == Setting.Shape.ADDRESS && !value.isEmpty() && !isAddress(value)) {
                throw new Refusal.Unusable(
                        "%s is no web address like https://forum.example.org: %s."
                                .formatted(value, setting.label()));
            }
            if (setting.shape() == Setting.Shape.DAY && !value.isEmpty() && !isDay(value)) {
                throw new Refusal.Unusable(
                        "%s is no day like 2026-01-01: %s.".formatted(value, setting.label()));
            }
        }
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() >= 1970;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void known(String what, Map<String, String> given, List<String> names) {
        given.forEach(
                (name, value) -> {
                    if (!names.contains(name)) {
                        throw new Refusal.Unusable(
                                "%s has no %s called %s. There are: %s."
                                        .formatted(
                                                connector.title(),
                                                what,
                                                name,
                                                names.stream().collect(Collectors.joining(", "))));
                    }
                    if (value.length() > LONGEST || value.indexOf(0) >= 0) {
                        throw new Refusal.Unusable("The %s %s is too long.".formatted(what, name));
                    }
                });
    }

    /// @param connection with what holds for the whole installation
    void check(Connection connection) {
        check(connection, "");
    }

    /// @param open a setting that may be missing yet
    void check(Connection connection, String open) {
        for (var setting : Setting.of(connector)) {
            if (setting.needed()
                    && !setting.name().equals(open)
                    && connection.setting(setting.name()).isEmpty()) {
                throw new Refusal.Unusable(
                        "%s is missing: the setting %s."
                                .formatted(setting.label(), setting.name()));
            }
        }
        for (var secret : connector.secrets()) {
            if (secret.needed() && connection.secret(secret.name()).isEmpty()) {
                throw new Refusal.Unusable(
                        "%s is missing: the secret %s.".formatted(secret.label(), secret.name()));
            }
        }
        connector
                .wrongWith(connection)
                .ifPresent(
                        why -> {
                            throw new Refusal.Unusable(why);
                        });
    }

    static void checkName(String name) {
        if (name.isBlank() || name.length() > 200 || name.indexOf(0) >= 0) {
            throw new Refusal.Unusable("Give the connection a name of up to 200 characters.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
