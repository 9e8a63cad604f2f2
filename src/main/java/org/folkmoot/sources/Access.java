package org.folkmoot.sources;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// The access token of a line, got anew when it runs out.
final class Access {

    static final String REFRESH = "refresh-token";

    /// Where tokens are kept. One process and thread at a time may get a new one, as many a
    /// platform lets each refresh token be used but once.
    interface Purse {

        Optional<Grant.Token> open();

        /// Runs alone; what it gives is kept before anyone sees it.
        ///
        /// @param made is told what is kept by now, perhaps newer than before
        Grant.Token renew(Function<Optional<Grant.Token>, Grant.Token> made);
    }

    /// A purse that is gone with the line.
    static final class Passing implements Purse {

        private Optional<Grant.Token> token = Optional.empty();

        @Override
        public Optional<Grant.Token> open() {
            return token;
        }

        @Override
        public Grant.Token renew(Function<Optional<Grant.Token>, Grant.Token> made) {
            var got = made.apply(token);
            token = Optional.of(got);
            return got;
        }
    }

    private final Grant grant;
    private final Connection connection;
    private final Purse purse;
    private Optional<Grant.Token> last = Optional.empty();

    Access(Grant grant, Connection connection, Purse purse) {
        this.grant = grant;
        this.connection = connection;
        this.purse = purse;
    }

    /// @param asking sends the request for a token, and lets only a good answer through
    Grant.Token token(Function<Ask, Reply> asking, Instant now) {
        last =
                last.filter(t -> t.until().isAfter(now))
                        .or(() -> purse.open().filter(t -> t.until().isAfter(now)))
                        .or(() -> Optional.of(renewed("", asking, now)));
        return last.orElseThrow();
    }

    /// @param refused which the platform does not accept any more
    Grant.Token other(Grant.Token refused, Function<Ask, Reply> asking, Instant now) {
        var other = renewed(refused.access(), asking, now);
        last = Optional.of(other);
        return other;
    }

    private Grant.Token renewed(String refused, Function<Ask, Reply> asking, Instant now) {
        return purse.renew(
                kept -> {
                    var newer =
                            kept.filter(t -> !t.access().equals(refused))
                                    .filter(t -> t.until().isAfter(now));
                    if (newer.isPresent()) {
                        return newer.get();
                    }
                    var refresh =
                            kept.map(Grant.Token::refresh)
                                    .filter(r -> !r.isEmpty())
                                    .or(() -> connection.secret(REFRESH))
                                    .orElse("");
                    var got = grant.read(asking.apply(grant.ask(connection, refresh, now)), now);
                    return got.refresh().isEmpty()
                            ? new Grant.Token(got.access(), refresh, got.until(), got.base())
                            : got;
                });
    }
}
