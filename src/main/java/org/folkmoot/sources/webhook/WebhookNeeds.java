package org.folkmoot.sources.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to any program has to be told, and how to get it there.
final class WebhookNeeds {

    private WebhookNeeds() {}

    static List<String> steps() {
        return List.of(
                "Connect it here first: it then shows the address that the program shall call, with a key at its end that you give to nobody else.",
                "Paste one of the program's calls as the example below: what it becomes is shown when you try the connection. Where the guess is wrong, say where each thing stands.",
                "In the program, let it POST its events as JSON to that address. If it can sign them (HMAC-SHA256), type the secret here, and how it signs.");
    }

    static List<Setting> settings() {
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

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        WebhookCalls.SIGNING,
                        "Secret of its signature",
                        "Agreed with the program, if it signs its calls. Then every call must be signed, and have the key in its address."));
    }
}
