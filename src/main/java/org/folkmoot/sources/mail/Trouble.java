package org.folkmoot.sources.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.folkmoot.sources.Pull;
import org.jspecify.annotations.Nullable;

/// What went wrong with a mail server, in words that tell what to do.
final class Trouble {

    /// RFC 5530: it would let us in another time.
    private static final Pattern ANOTHER_TIME =
            Pattern.compile("(?i)\\[(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|CONTACTADMIN)]");

    private Trouble() {}

    /// @param asked whether it may have done what it was asked
    static Pull of(MessagingException e, Dial dial, boolean asked) {
        var said = String.valueOf(e.getMessage());
        if (e instanceof AuthenticationFailedException && !ANOTHER_TIME.matcher(said).find()) {
            return new Pull.SignInAgain(
                    "%s does not accept its user and password. Give it new ones."
                            .formatted(dial.host()));
        }
        if (e instanceof FolderNotFoundException missing) {
            return new Pull.SignInAgain(
                    "There is no folder %s. Check the settings."
                            .formatted(missing.getFolder().getName()));
        }
        var cause = root(e);
        if (cause instanceof UnknownHostException) {
            return new Pull.Unreachable(
                    "The address of %s leads nowhere, or into the own net, which the operator does not allow (folkmoot.connectors.allowed-hosts)."
                            .formatted(dial.where()),
                    false);
        }
        if (cause instanceof SSLException) {
            return new Pull.Unreachable(
                    "What is said to %s could not be encrypted: its certificate is of another, or of nobody known here."
                            .formatted(dial.where()),
                    asked);
        }
        if (said.contains("STARTTLS")) {
            return new Pull.Unreachable(
                    "%s does not encrypt what is said to it, so nothing was. Use imaps or smtps."
                            .formatted(dial.where()),
                    false);
        }
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException
                ? new Pull.Unreachable("Nobody answers at %s.".formatted(dial.where()), asked)
                : new Pull.Unreachable(
                        cause instanceof SocketTimeoutException
                                ? "%s took too long.".formatted(dial.where())
                                : "%s did not answer as it should.".formatted(dial.where()),
                        asked);
    }

    /// The innermost that is about the line itself.
    private static @Nullable Throwable root(MessagingException e) {
        Throwable found = null;
        Throwable next = e;
        for (int depth = 0; next != null && depth < 10; depth++) {
            if (next instanceof IOException) {
                found = next;
            }
            next =
                    next instanceof MessagingException one && one.getNextException() != null
                            ? one.getNextException()
                            : next.getCause();
        }
        return found;
    }
}
