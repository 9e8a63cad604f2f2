package org.folkmoot.connectors.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who wrote a mail.
///
/// @param address in lower case, with `@` put back where an archive wrote "at"; as it stands where
///     an archive masked letters for good ("@d@ @end|ng |rom ex@mp|e@org"); empty if there is none
record Sender(String name, String address) {

    private static final Pattern COMMENTED = Pattern.compile("(?s)([^(<]+)\\((.*)\\)[^)]*");
    private static final Pattern AT = Pattern.compile("(\\S+)\\s+(?:at|\\(at\\)|\\[at])\\s+(\\S+)");
    private static final Pattern MASKED =
            Pattern.compile("(\\S.*?)\\s+@end(?:ing|\\|ng)\\s+(?:from|\\|rom)\\s+(\\S+)");
    private static final Pattern VIA = Pattern.compile("(?i)(.+?)\\s+via\\s+\\S.*");
    private static final Pattern ENVELOPE =
            Pattern.compile("From (.+?)\\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b.*");

    /// The author as the headers tell. Lists that must put their own address there ("Ada via
    /// moot-list") name the author elsewhere, else only by name.
    static @Nullable Sender of(Headers headers, String envelope) {
        var from = parsed(headers.get("from"));
        if (from == null) {
            var sender = parsed(headers.get("sender"));
            var line = ENVELOPE.matcher(envelope);
            return sender != null ? sender : parsed(line.matches() ? line.group(1) : null);
        }
        var via = VIA.matcher(from.name());
        if (!via.matches()) {
            return from;
        }
        var name = via.group(1).replaceAll("^['\"]|['\"]$", "").strip();
        for (var header : new String[] {"x-original-from", "reply-to"}) {
            var real = parsed(headers.get(header));
            if (real != null
                    && !real.address().isEmpty()
                    && !real.address().equals(from.address())) {
                return new Sender(real.name().isEmpty() ? name : real.name(), real.address());
            }
        }
        return new Sender(name, "");
    }

    /// `Ada <ada@example.org>`, `ada at example.org (Ada)` and the like; the first of several.
    static @Nullable Sender parsed(@Nullable String given) {
        if (given == null || given.length() > 2_000) {
            return null;
        }
        var name = "";
        var address = given;
        var open = given.indexOf('<');
        var close = open < 0 ? -1 : given.indexOf('>', open);
        var commented = COMMENTED.matcher(given);
        if (close > open) {
            name = given.substring(0, open);
            address = given.substring(open + 1, close);
        } else if (commented.matches()) {
            name = commented.group(2);
            address = commented.group(1);
        } else if (given.indexOf(',') > 0) {
            address = given.substring(0, given.indexOf(','));
        }
        name = Headers.decoded(name.strip().replaceAll("^\"|\"$", "").replace("\\\"", "\""));
        name = name.replaceAll("\\s+", " ").replaceAll("^['\"](.*)['\"]$", "$1");
        address = plain(address);
        return name.isEmpty() && address.isEmpty() ? null : new Sender(name, address);
    }

    private static String plain(String given) {
        var text = given.strip().replaceFirst("(?i)^mailto:", "").toLowerCase(Locale.ROOT);
        var masked = MASKED.matcher(text);
        if (masked.matches()) {
            return masked.group(1).replaceAll("\\s+", " ") + " @end|ng |rom " + masked.group(2);
        }
        var at = AT.matcher(text);
        return at.matches() ? at.group(1) + "@" + at.group(2) : text.replaceAll("\\s+", " ");
    }

    String id() {
        return address.isEmpty() ? "name:" + name.toLowerCase(Locale.ROOT) : address;
    }

    /// Whether mail could be sent there.
    boolean hasAddress() {
        return address.matches("[^\\s@<>]+@[^\\s@<>]+");
    }

    boolean isMasked() {
        return address.contains(" @end|ng |rom ");
    }

    boolean isMailer() {
        return address.startsWith("mailer-daemon@") || address.equals("mailer-daemon");
    }
}
