package org.folkmoot.members;

import java.net.IDN;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an address says of where its owner works: the domain, its last label first
/// (`org.example.mail`), so that a domain stands beside those below it. Nothing where everybody may
/// have a mailbox, and nothing of addresses that nobody reads.
public final class MailDomain {

    private static final Pattern NOBODY =
            Pattern.compile("no-?reply|do-?not-?reply", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHAPE =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    /// Second labels under which a country gives out names: `co.uk`, `or.jp`.
    private static final Set<String> GENERIC =
            Set.of(
                    "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gv", "ltd", "me", "ne",
                    "net", "nom", "or", "org", "plc", "sch");

    private MailDomain() {}

    /// The domain of an address, the last label first; null when it says nothing.
    static @Nullable String of(@Nullable String email) {
        var at = email == null ? -1 : email.lastIndexOf('@');
        if (email == null || at < 1 || NOBODY.matcher(email).find()) {
            return null;
        }
        var key = key(email.substring(at + 1));
        return key == null || free(key) ? null : key;
    }

    /// A domain as somebody types it (also a web address or `@example.org`), the last label first;
    /// null when it is none.
    public static @Nullable String key(String typed) {
        var host =
                typed.strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^[a-z]+://", "")
                        .replaceFirst("^(www\\.|.*@)", "")
                        .replaceFirst("[/:?#].*$", "")
                        .replaceFirst("\\.$", "");
        try {
            var ascii = IDN.toASCII(host);
            return ascii.length() <= 253 && SHAPE.matcher(ascii).matches() ? turned(ascii) : null;
        } catch (IllegalArgumentException e) {
            return null; // no name that the net could have
        }
    }

    /// As people write it: `mail.example.org`.
    public static String written(String key) {
        return IDN.toUnicode(turned(key));
    }

    /// Whether this or a domain above it gives mailboxes to everybody.
    public static boolean free(String key) {
        return FreeMail.gives(written(key));
    }

    /// Whether it belongs to all the world or to a whole country, as `com` and `co.uk` do.
    public static boolean everybodys(String key) {
        var labels = key.split("\\.", -1);
        return labels.length == 1
                || (labels.length == 2 && labels[0].length() == 2 && GENERIC.contains(labels[1]));
    }

    private static String turned(String domain) {
        var labels = Arrays.asList(domain.split("\\.", -1));
        Collections.reverse(labels);
        return String.join(".", labels);
    }
}
