package org.folkmoot.connectors.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.folkmoot.connectors.intake.Lines;
import org.jspecify.annotations.Nullable;

/// The header lines of a mail, unfolded. A line that is none is passed over.
record Headers(List<Header> all) {

    private static final Pattern UTF_8 = Pattern.compile("(?i)=\\?utf-?8\\?");

    /// @param name in lower case
    record Header(String name, String value) {}

    static Headers of(byte[] mail) {
        var all = new ArrayList<Header>();
        var start = 0;
        for (var i = 0; i < mail.length; i++) {
            if (mail[i] != '\n') {
                continue;
            }
            var end = i > start && mail[i - 1] == '\r' ? i - 1 : i;
            if (end == start) {
                break;
            }
            add(all, mail, start, end);
            start = i + 1;
        }
        return new Headers(all.stream().map(h -> new Header(h.name(), h.value().strip())).toList());
    }

    private static void add(List<Header> all, byte[] mail, int start, int end) {
        var bytes = java.util.Arrays.copyOfRange(mail, start, end);
        var line = Lines.decode(bytes, bytes.length);
        var colon = line.indexOf(':');
        if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !all.isEmpty()) {
            var last = all.removeLast();
            all.add(new Header(last.name(), last.value() + " " + line.strip()));
        } else if (colon > 0) {
            var name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            all.add(new Header(name, line.substring(colon + 1)));
        }
    }

    /// The value as it stands, the first if there are several; null if there is none.
    @Nullable String get(String name) {
        return all.stream()
                .filter(h -> h.name().equals(name))
                .map(Header::value)
                .filter(v -> !v.isEmpty())
                .findFirst()
                .orElse(null);
    }

    boolean has(String name) {
        return get(name) != null;
    }

    /// With encoded words (RFC 2047) read; as given where they are broken. A single one that calls
    /// itself UTF-8 and is not is what it mostly is then, Windows-1252.
    static String decoded(String value) {
        try {
            var told = words(value);
            var alone = told.indexOf('\uFFFD') >= 0 && UTF_8.matcher(value).results().count() == 1;
            return (alone ? words(UTF_8.matcher(value).replaceAll("=?windows-1252?")) : told)
                    .replace("\0", "")
                    .strip();
        } catch (IllegalArgumentException e) {
            return value.strip();
        }
    }

    private static String words(String value) {
        return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
    }
}
