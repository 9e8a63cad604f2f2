package org.folkmoot.identity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An e-mail address taken apart.
///
/// @param text in lower case
/// @param mailbox the one it is delivered to: without `+tag`, and at Google without dots
/// @param local what stands before the @, tag aside
record Address(String text, String mailbox, String local, String domain) {

    private static final Pattern SHAPE = Pattern.compile("([^\\s@<>]+)@([^\\s@<>]+)");
    private static final Pattern NOREPLY = Pattern.compile("(?:\\d+\\+)?([a-z0-9-]+)");
    private static final String GITHUB = "users.noreply.github.com";

    /// Where anybody may have an address.
    private static final Set<String> OPEN_TO_ALL =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "yahoo.com",
                    "hotmail.com",
                    "outlook.com",
                    "live.com",
                    "msn.com",
                    "gmx.de",
                    "gmx.net",
                    "gmx.at",
                    "gmx.ch",
                    "gmx.com",
                    "web.de",
                    "aol.com",
                    "icloud.com",
                    "me.com",
                    "mac.com",
                    "mail.ru",
                    "yandex.ru",
                    "yandex.com",
                    "qq.com",
                    "163.com",
                    "126.com",
                    "foxmail.com",
                    "protonmail.com",
                    "proton.me",
                    "pm.me",
                    "fastmail.com",
                    "fastmail.fm",
                    "free.fr",
                    "laposte.net",
                    "orange.fr",
                    "wanadoo.fr",
                    "t-online.de",
                    "freenet.de",
                    "libero.it",
                    "comcast.net",
                    "verizon.net",
                    "att.net",
                    "earthlink.net",
                    "naver.com",
                    "rediffmail.com",
                    "zoho.com",
                    "tutanota.com",
                    "posteo.de",
                    "mailbox.org",
                    "riseup.net",
                    "pobox.com",
                    "hey.com",
                    "disroot.org",
                    GITHUB);

    static @Nullable Address of(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var text = Folding.plain(raw);
        var match = SHAPE.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var domain = match.group(2).equals("googlemail.com") ? "gmail.com" : match.group(2);
        var local = match.group(1);
        var plus = domain.equals(GITHUB) ? -1 : local.indexOf('+');
        local = plus > 0 ? local.substring(0, plus) : local;
        var box = domain.equals("gmail.com") ? local.replace(".", "") : local;
        return new Address(text, box + "@" + domain, local, domain);
    }

    /// Whether nobody in particular reads it: `info@`, `noreply@`.
    boolean isShared() {
        return github() == null
                && (Handles.isShared(local)
                        || domain.startsWith("reply.")
                        || domain.contains("noreply"));
    }

    /// The account that GitHub's own no-reply addresses name.
    @Nullable String github() {
        var match = NOREPLY.matcher(local);
        return domain.equals(GITHUB) && match.matches() ? match.group(1) : null;
    }

    /// The part of the domain that somebody had to register; null where anybody may have an
    /// address.
    @Nullable String ownDomain() {
        if (OPEN_TO_ALL.contains(domain) || domain.indexOf('.') < 0) {
            return null;
        }
        var labels = domain.split("\\.");
        var many = labels.length;
        if (many < 3) {
            return domain;
        }
        var second = labels[many - 2].toLowerCase(Locale.ROOT);
        var deep = second.length() <= 3 && labels[many - 1].length() == 2;
        return String.join(".", java.util.Arrays.copyOfRange(labels, many - (deep ? 3 : 2), many));
    }

    /// As people may see it in a reason.
    @Override
    public String toString() {
        return text;
    }
}
