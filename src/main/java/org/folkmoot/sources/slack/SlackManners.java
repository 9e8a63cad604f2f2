package org.folkmoot.sources.slack;

import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;

/// Slack says no with a 200 and `ok: false`, and counts each method apart.
record SlackManners() implements Manners {

    private static final List<String> FOR_A_PERSON =
            List.of(
                    "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "missing_scope",
                    "no_permission",
                    "org_login_required",
                    "ekm_access_denied",
                    "access_denied");

    /// Of one channel alone, or a place in it: the connector goes on with another.
    static final List<String> OF_A_CHANNEL =
            List.of(
                    "channel_not_found",
                    "not_in_channel",
                    "is_archived",
                    "thread_not_found",
                    "method_not_supported_for_channel_type",
                    "invalid_cursor");

    /// Of one thing that was done to a message: whoever does it makes sense of it.
    private static final List<String> OF_AN_ACT =
            List.of("already_reacted", "no_reaction", "message_not_found");

    /// It may have been done all the same, Slack says of these.
    private static final List<String> HALFWAY =
            List.of("fatal_error", "internal_error", "service_unavailable", "team_added_to_org");

    static boolean halfway(String error) {
        return HALFWAY.contains(error);
    }

    static Pull unreachable(String error) {
        return new Pull.Unreachable("Slack answered: %s.".formatted(error), halfway(error));
    }

    @Override
    public String title() {
        return "Slack";
    }

    @Override
    public @Nullable Pull trouble(Reply reply, Budget left, Instant now) {
        var usual = Manners.super.trouble(reply, left, now);
        if (usual != null) {
            return usual;
        }
        var body = reply.json();
        var error = body.path("error").asString("");
        if (body.path("ok").asBoolean(true)
                || OF_A_CHANNEL.contains(error)
                || OF_AN_ACT.contains(error)) {
            return null;
        }
        if (error.equals("ratelimited") || error.equals("rate_limited")) {
            return new Pull.SlowDown(until(reply, left, now), "Slack asks to slow down.");
        }
        return FOR_A_PERSON.contains(error)
                ? new Pull.SignInAgain(
                        "Slack does not accept the app's token for this (%s%s). Install the app anew and give its token."
                                .formatted(
                                        error,
                                        body.has("needed")
                                                ? ", it needs " + body.path("needed").asString("")
                                                : ""))
                : unreachable(error);
    }
}
