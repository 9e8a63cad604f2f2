package org.folkmoot.sources;

import java.util.List;

/// A secret that a connection needs. It is sealed, never shown again and never written into a log.
///
/// @param name as typed: `token`
/// @param label "Bot token"
/// @param why what it is for and where to get it, in a sentence or two
/// @param scopes the least that it must be allowed to do, each with its reason: "issues: read,
///     for issues and their comments"
/// @param needed false where a connection works without, such as one that is not called back
public record Credential(
        String name, String label, String why, List<String> scopes, boolean needed) {

    public Credential {
        scopes = List.copyOf(scopes);
    }

    public static Credential needed(String name, String label, String why, String... scopes) {
        return new Credential(name, label, why, List.of(scopes), true);
    }

    public static Credential optional(String name, String label, String why, String... scopes) {
        return new Credential(name, label, why, List.of(scopes), false);
    }
}
