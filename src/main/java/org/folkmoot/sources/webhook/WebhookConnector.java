package org.folkmoot.sources.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Signature;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Whatever can post JSON: a shop, a form, the door of a house.
@Component
final class WebhookConnector implements Connector {

    @Override
    public String platform() {
        return "webhook";
    }

    @Override
    public String title() {
        return "Webhook";
    }

    @Override
    public String words() {
        return "What any program posts as JSON: people, and what they do; also \"door opened by badge\".";
    }

    @Override
    public List<String> steps() {
        return WebhookNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY, Ability.LISTEN);
    }

    @Override
    public List<Setting> settings() {
        return WebhookNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return WebhookNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return () -> "The program";
    }

    @Override
    public String nameOf(Connection connection) {
        return WebhookCalls.label(connection);
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (!Signed.of(connection).coversBody()) {
            return Optional.of("What is signed must hold {body}.");
        }
        var wrong = Meaning.of(connection).wrong(connection.list("kinds"));
        if (wrong.isPresent() || connection.setting("sample").isEmpty()) {
            return wrong;
        }
        try {
            return sample(connection, Instant.EPOCH).stream()
                    .filter(Found.Refused.class::isInstance)
                    .map(
                            refused ->
                                    "The example cannot be used. "
                                            + ((Found.Refused) refused).reason())
                    .findFirst();
        } catch (JacksonException e) {
            return Optional.of("The example is no JSON.");
        } catch (IllegalArgumentException e) {
            return Optional.of("The example cannot be used. " + e.getMessage());
        }
    }

    private static List<Found> sample(Connection connection, Instant now) {
        var call =
                new Call("POST", Map.of(), Map.of(), Signature.bytes(connection.setting("sample")));
        var basket = new Found.Basket();
        new Rows(Meaning.of(connection), WebhookCalls.label(connection), "example", now, basket)
                .read(call);
        return basket.all();
    }

    /// There is nobody to ask; but what the example becomes can be shown.
    @Override
    public String look(Line line) {
        return line.connection().setting("sample").isEmpty()
                ? "It waits for the program's calls. Give it an example to see what they become."
                : "The example becomes: "
                        + String.join(
                                "; ",
                                sample(line.connection(), line.now()).stream()
                                        .map(WebhookConnector::shown)
                                        .filter(words -> !words.isEmpty())
                                        .toList())
                        + ".";
    }

    private static String shown(Found found) {
        return switch (found) {
            case Person p -> "person %s %s".formatted(p.id(), p.fields());
            case Deed d ->
                    "%s %s by %s at %s"
                            .formatted(
                                    d.kind().key(),
                                    d.id(),
                                    d.who(),
                                    d.inferred() ? "the time it comes" : d.at());
            case Found.Mark m -> "%s is deleted".formatted(m.id());
            default -> "";
        };
    }

    @Override
    public Pull pull(Line line, String from) {
        return new Pull.Caught(List.of(), "", false, "");
    }

    @Override
    public Duration pause() {
        return Duration.ofDays(1);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new WebhookCalls());
    }
}
