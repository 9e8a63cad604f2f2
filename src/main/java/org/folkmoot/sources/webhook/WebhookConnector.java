package org.folkmoot.sources.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
        return List.of(
                "Connect it here first: it then shows the address that the program shall call, with a key at its end that you give to nobody else.",
                "Paste one of the program's calls as the example below: what it becomes is shown when you try the connection. Where the guess is wrong, say where each thing stands.",
                "In the program, let it POST its events as JSON to that address. If it can sign them (HMAC-SHA256), type the secret here, and how it signs.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY, Ability.LISTEN);
    }

    @Override
    public List<Setting> settings() {
        var all = new ArrayList<Setting>();
        all.add(
                Setting.words(
                        "system",
                        "Name of the program",
                        "Ids are told apart by it: two connections of the same name are one program.",
                        ""));
        all.add(
                Setting.words(
                        "each",
                        "Where the rows are",
                        "If a call has several, such as data.events. Left empty, it is looked for.",
                        ""));
        Arrays.stream(Part.values()).map(Part::setting).forEach(all::add);
        all.add(
                Setting.list(
                        "kinds",
                        "What its words mean",
                        "Such as door_opened=attendance, user.updated=person, post.removed=deleted, ping=ignored."));
        all.add(Setting.words("sample", "An example", "A call as the program sends it.", ""));
        all.add(
                Setting.words(
                        "signature-header",
                        "Header of its signature",
                        "Only if it signs.",
                        "webhook-signature"));
        all.add(
                Setting.words(
                        "signed",
                        "What it signs",
                        "{body}, headers by their names, and what is between them.",
                        "{webhook-id}.{webhook-timestamp}.{body}"));
        all.add(
                Setting.words(
                        "time-header",
                        "Header of the time",
                        "When it signed; a call of another time is refused, if the time is signed too.",
                        "webhook-timestamp"));
        all.add(
                Setting.words(
                        "delivery-header",
                        "Header of a call's own name",
                        "By which one that comes twice is known, if it is none of the usual.",
                        ""));
        return all;
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        WebhookCalls.SIGNING,
                        "Secret of its signature",
                        "Agreed with the program, if it signs its calls. Then every call must be signed, and have the key in its address."));
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
