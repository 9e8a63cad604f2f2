package org.folkmoot.sources.webhook;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.store.Seal;

/// Calls to an address that only their sender knows, and signed as well where a secret was agreed.
record WebhookCalls() implements Listening {

    static final String SIGNING = "signing-secret";
    private static final List<String> NAMES =
            List.of("webhook-id", "idempotency-key", "x-webhook-id", "x-delivery-id");

    @Override
    public String secret() {
        return HookPath.KEY;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        if (!call.method().equals("POST")) {
            return Heard.Answer.ok();
        }
        var why =
                connection
                        .secret(SIGNING)
                        .map(secret -> Signed.of(connection).wrongWith(call, secret, now))
                        .orElse("");
        if (!why.isEmpty()) {
            return new Heard.Refuse(why);
        }
        var name = name(call, connection);
        return new Heard.Take(
                name.isEmpty()
                        ? "sha256:" + HexFormat.of().formatHex(Seal.digest(call.body()))
                        : name);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var connection = line.connection();
        new Rows(
                        Meaning.of(connection),
                        label(connection),
                        name(call, connection),
                        line.now(),
                        finds)
                .read(call);
    }

    static String label(Connection connection) {
        var system = connection.setting("system");
        return system.isEmpty() ? "Webhook" : system;
    }

    /// The sender's own name of the call; empty where it gives none.
    private static String name(Call call, Connection connection) {
        var chosen = connection.setting("delivery-header");
        return (chosen.isEmpty() ? NAMES : List.of(chosen))
                .stream().map(call::header).filter(name -> !name.isEmpty()).findFirst().orElse("");
    }
}
