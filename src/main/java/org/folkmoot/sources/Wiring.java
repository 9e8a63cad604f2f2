package org.folkmoot.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.vault.Secrets;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Puts together what a connector is told: a connection's own settings and secrets, and where it
/// has none, those of the whole installation (`folkmoot.connectors.PLATFORM.NAME`, a secret also
/// from the file named by `...NAME-file`).
///
/// A connection that leads to an address of its own gets none of the installation's secrets:
/// whoever may connect something could otherwise send them to himself.
@Component
public class Wiring {

    private final Secrets secrets;
    private final Environment environment;

    Wiring(Secrets secrets, Environment environment) {
        this.secrets = secrets;
        this.environment = environment;
    }

    public Connection of(Connector connector, Source source) {
        return of(connector, source.id(), source.settings(), secrets.open(source.id()));
    }

    /// What somebody wants to connect, as it would be; nothing of it is kept.
    ///
    /// @param open a setting that may be missing yet
    /// @throws Refusal.Unusable when something else is missing or wrong
    public Connection wished(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            String open) {
        var wish = new Wish(connector, settings, secrets);
        wish.check();
        var connection = of(connector, 0, wish.settings(), wish.secrets());
        wish.check(connection, open);
        return connection;
    }

    Connection of(
            Connector connector, long id, Map<String, String> own, Map<String, String> given) {
        var settings = new HashMap<String, String>();
        var elsewhere = false;
        for (var setting : Setting.of(connector)) {
            var usual = usual(connector, setting.name()).orElse(setting.fallback());
            var chosen = own.getOrDefault(setting.name(), "").strip();
            settings.put(setting.name(), chosen.isEmpty() ? usual : chosen);
            elsewhere |=
                    setting.shape() == Setting.Shape.ADDRESS
                            && !chosen.isEmpty()
                            && !chosen.equals(usual);
        }
        var secrets = new HashMap<>(given);
        if (!elsewhere) {
            for (var secret : connector.secrets()) {
                usual(connector, secret.name())
                        .or(() -> fromFile(connector, secret.name()))
                        .ifPresent(value -> secrets.putIfAbsent(secret.name(), value));
            }
        }
        return new Connection(id, settings, secrets);
    }

    private Optional<String> usual(Connector connector, String name) {
        return Optional.ofNullable(environment.getProperty(property(connector, name)))
                .filter(value -> !value.isBlank());
    }

    private Optional<String> fromFile(Connector connector, String name) {
        return usual(connector, name + "-file")
                .map(
                        file -> {
                            try {
                                return Files.readString(Path.of(file)).strip();
                            } catch (IOException e) {
                                throw new Refusal.Unusable(
                                        "The file of %s cannot be read. Check that setting."
                                                .formatted(property(connector, name + "-file")));
                            }
                        });
    }

    private static String property(Connector connector, String name) {
        return "folkmoot.connectors." + connector.platform() + "." + name;
    }
}
