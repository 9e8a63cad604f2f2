package org.folkmoot.identity;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// User names: which of them say nothing, and what a profile's link to another account names.
final class Handles {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+$");
    private static final Pattern LAST =
            Pattern.compile("@?([^/?#@\\s]+)(?:@([^/?#\\s]+))?/?(?:[?#].*)?$");

    private static final Set<String> SHARED =
            Set.of(
                    "admin",
                    "administrator",
                    "info",
                    "root",
                    "noreply",
                    "donotreply",
                    "test",
                    "tester",
                    "user",
                    "guest",
                    "support",
                    "help",
                    "hello",
                    "hi",
                    "contact",
                    "mail",
                    "email",
                    "me",
                    "webmaster",
                    "postmaster",
                    "office",
                    "team",
                    "sales",
                    "dev",
                    "developer",
                    "git",
                    "gitlab",
                    "github",
                    "bot",
                    "system",
                    "service",
                    "news",
                    "list",
                    "lists",
                    "security",
                    "jobs",
                    "nobody",
                    "none",
                    "unknown",
                    "anonymous",
                    "owner",
                    "staff",
                    "moderator",
                    "mod",
                    "linux",
                    "debian",
                    "ubuntu",
                    "localhost",
                    "ec2user",
                    "www",
                    "web",
                    "home",
                    "work",
                    "public",
                    "spam",
                    "open",
                    "opensource",
                    "oss",
                    "code",
                    "patches",
                    "kernel",
                    "lkml",
                    "build",
                    "ci",
                    "deleted",
                    "ghost",
                    "my",
                    "name",
                    "yourname",
                    "example",
                    "pm",
                    "cs",
                    "info1",
                    "post",
                    "kontakt");

    private Handles() {}

    /// Letters and digits only, lower case.
    static String plain(String handle) {
        return SIGNS.matcher(Folding.plain(handle)).replaceAll("");
    }

    /// Without the number at its end.
    static String bare(String plain) {
        if (plain.isEmpty() || !Character.isDigit(plain.charAt(plain.length() - 1))) {
            return plain;
        }
        var bare = NUMBER.matcher(plain).replaceAll("");
        return bare.length() < 3 ? plain : bare;
    }

    /// Whether everybody and nobody goes by it.
    static boolean isShared(String handle) {
        var plain = plain(handle);
        return plain.length() < 2
                || SHARED.contains(plain)
                || SHARED.contains(bare(plain))
                || plain.startsWith("noreply")
                || plain.startsWith("donotreply");
    }

    /// `github:ada`, whether a profile says `ada`, `@ada` or `https://github.com/Ada/`; null if it
    /// names none.
    static @Nullable String account(String platform, @Nullable String value) {
        if (value == null) {
            return null;
        }
        var match = LAST.matcher(Folding.plain(value));
        if (!match.find() || isShared(match.group(1))) {
            return null;
        }
        var host = match.group(2) == null ? "" : "@" + match.group(2);
        return platform + ":" + match.group(1) + host;
    }
}
