package org.folkmoot.sources;

import java.util.Optional;
import java.util.function.Function;

/// Keeps a token as long as itself.
final class Pocket implements Access.Purse {

    private Optional<Grant.Token> kept = Optional.empty();

    @Override
    public Optional<Grant.Token> open() {
        return kept;
    }

    @Override
    public Grant.Token renew(Function<Optional<Grant.Token>, Grant.Token> made) {
        var token = made.apply(kept);
        kept = Optional.of(token);
        return token;
    }
}
