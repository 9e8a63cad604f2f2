package org.folkmoot.sources;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a connector is told of the connection that it works for. What it prints names no secret.
public final class Connection {

    private final long id;
    private final Map<String, String> settings;
    private final Map<String, String> secrets;

    public Connection(long id, Map<String, String> settings, Map<String, String> secrets) {
        this.id = id;
        this.settings = Map.copyOf(settings);
        this.secrets = Map.copyOf(secrets);
    }

    /// The number of the source, which is also in the address that its platform calls.
    public long id() {
        return id;
    }

    /// Empty when nothing is given and nothing is usual.
    public String setting(String name) {
        return settings.getOrDefault(name, "").strip();
    }

    /// From when on history is wanted; [Instant#EPOCH] when all of it is.
    public Instant since() {
        var day = setting(Setting.SINCE.name());
        return day.isEmpty()
                ? Instant.EPOCH
                : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// What a list names, in its order.
    public List<String> list(String name) {
        return Arrays.stream(setting(name).split("[,\\n]", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    /// An address without a slash at its end.
    public URI address(String name) {
        return URI.create(setting(name).replaceFirst("/+$", ""));
    }

    /// Whether one of its addresses is of the same host and port.
    boolean leadsTo(URI uri) {
        return settings.values().stream().anyMatch(setting -> same(uri, setting));
    }

    static boolean same(URI uri, String address) {
        if (!address.strip().matches("(?i)https?://.*")) {
            return false;
        }
        try {
            var other = URI.create(address.strip());
            return String.valueOf(uri.getScheme()).equalsIgnoreCase(other.getScheme())
                    && String.valueOf(uri.getAuthority()).equalsIgnoreCase(other.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name)).filter(s -> !s.isBlank());
    }

    /// A secret without which nothing works.
    public String token(String name) {
        return secret(name)
                .orElseThrow(
                        () -> new Stop(new Pull.SignInAgain("Its %s is missing.".formatted(name))));
    }

    @Override
    public String toString() {
        return "connection " + id;
    }
}
