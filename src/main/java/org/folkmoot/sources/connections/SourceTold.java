package org.folkmoot.sources.connections;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.connectors.Import;
import org.folkmoot.sources.Source;
import org.jspecify.annotations.Nullable;

/// A connection as programs read it; nothing of its secrets.
///
/// @param hook the path that the platform calls, below the address of the installation
/// @param completeAt when everything from before was here
/// @param lastSuccess when the platform last answered as it should
/// @param nextAt when it is asked again
/// @param waiting why not before
public record SourceTold(
        long id,
        String platform,
        String name,
        String state,
        Map<String, String> settings,
        String hook,
        Instant createdAt,
        String by,
        @Nullable Instant completeAt,
        @Nullable Instant lastSuccess,
        Instant nextAt,
        @Nullable String doing,
        @Nullable String waiting,
        @Nullable String problem,
        int failures,
        Import.Counts counts) {

    /// @param hook as [HookPath] has it
    public static SourceTold of(Source s, String hook) {
        return new SourceTold(
                s.id(),
                s.platform(),
                s.name(),
                s.state().key(),
                s.settings(),
                hook,
                s.createdAt(),
                s.by(),
                s.completeAt(),
                s.caughtAt(),
                s.nextAt(),
                s.doing(),
                s.waiting(),
                s.problem(),
                s.failures(),
                s.counts());
    }
}
