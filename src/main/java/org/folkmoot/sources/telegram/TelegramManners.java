package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.RetryAfter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Telegram tells of its limits only when they are reached; that of messages to a group is known,
/// and counted here.
record TelegramManners() implements Manners {

    private static final long TO_A_GROUP = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Set<String> GROUPS = Set.of("group", "supergroup");

    @Override
    public String title() {
        return "Telegram";
    }

    /// What is sent to a group is asked for in a lane of that group's own, and answered with the
    /// message that came of it.
    @Override
    public Budget budget(Reply reply, Instant now, Budget before) {
        var sent = body(reply).path("result");
        if (!sent.has("message_id") || !GROUPS.contains(text(sent.path("chat"), "type"))) {
            return before;
        }
        var resets = before.resetsAt();
        var left = before.remaining();
        return resets == null || left == null || !resets.isAfter(now)
                ? new Budget(TO_A_GROUP - 1, TO_A_GROUP, now.plus(WINDOW), before.closedUntil())
                : new Budget(Math.max(0, left - 1), TO_A_GROUP, resets, before.closedUntil());
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        return switch (reply.status()) {
            case 400 -> new Pull.Unreachable("Telegram answered: " + said(reply), false);
            case 403 ->
                    new Pull.SignInAgain("Telegram does not allow the bot this: " + said(reply));
            case 404 ->
                    new Pull.SignInAgain(
                            "Telegram knows no bot of this token (404). Copy it from @BotFather anew, and check the address.");
            case 409 -> conflict(reply);
            default -> Manners.super.trouble(reply, left, now);
        };
    }

    private static Pull conflict(Reply reply) {
        return said(reply).contains("webhook")
                ? new Pull.SignInAgain(
                        "Telegram brings what this bot is told to a webhook, so that nobody may ask for it (409). Ask Telegram to call Folkmoot instead, or end that webhook (deleteWebhook).")
                : new Pull.Unreachable(
                        "Another program asks for what this bot is told (409), and takes it away. Give Folkmoot a bot of its own.",
                        false);
    }

    /// In the answer itself, `retry_after` in seconds; where a header says so too, the later holds.
    @Override
    public Instant until(Reply reply, Budget left, Instant now) {
        var wait = body(reply).path("parameters").path("retry_after");
        var told =
                wait.isNumber()
                        ? Optional.of(RetryAfter.after(wait.decimalValue(), now))
                        : Optional.<Instant>empty();
        var header = RetryAfter.of(reply, now);
        return told.isEmpty() && header.isEmpty()
                ? Manners.super.until(reply, left, now)
                : told.orElse(now).isAfter(header.orElse(now))
                        ? told.orElse(now)
                        : header.orElse(now);
    }

    /// In its own words: "Bad Request: chat not found".
    static String said(Reply reply) {
        var words = text(body(reply), "description");
        return words.isEmpty() ? Integer.toString(reply.status()) : words;
    }

    /// Missing where a server before Telegram answers with a page.
    static JsonNode body(Reply reply) {
        try {
            return reply.json();
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
