package org.folkmoot.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;

/// Whoever works in a community right now: a teammate, or a program with a token. Handlers take it
/// as a parameter.
///
/// @param account null for a token
/// @param token null for a teammate
/// @param name of the teammate or the token
/// @param email empty for a token
/// @param role null for a token
/// @param zone the teammate's own, else the community's
/// @param seenBefore when the visit before this one ended; null on the first
public record Visitor(
        Door community,
        @Nullable Long account,
        @Nullable Long token,
        String name,
        String email,
        @Nullable Role role,
        Set<Permission> permissions,
        Locale locale,
        ZoneId zone,
        @Nullable Instant seenBefore) {

    private static final ScopedValue<Visitor> CURRENT = ScopedValue.newInstance();

    public Visitor {
        permissions = Set.copyOf(permissions);
    }

    /// Whoever visits now.
    ///
    /// @throws IllegalStateException outside of any visit: a mistake in our code
    public static Visitor here() {
        var visitor = orNull();
        if (visitor == null) {
            throw new IllegalStateException("Nobody visits a community here");
        }
        return visitor;
    }

    /// Null in background work and on the command line.
    public static @Nullable Visitor orNull() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /// Works as this visitor, in the community visited; also for work handed to another thread.
    public <T> T work(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, this).call(() -> Here.as(community.id(), account, work));
    }
}
