package org.folkmoot.connectors.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names by which mails point to each other, read alike from all headers.
final class Ids {

    private static final Pattern ANGLES = Pattern.compile("<([^<>]+)>");

    private Ids() {}

    /// The mail's Message-ID without angles; for a mail without one, a hash of what it is.
    static String own(Headers headers) {
        var given = headers.get("message-id");
        var all = given == null ? List.<String>of() : in(given);
        if (!all.isEmpty()) {
            return all.getFirst();
        }
        var bare = given == null ? "" : plain(given);
        return bare.isEmpty() ? hash(headers) : bare;
    }

    /// What it answers: In-Reply-To, else the last of References. Among several, and where prose
    /// holds an address too, the one that References know. Never itself; null if it starts a
    /// thread.
    static @Nullable String parent(Headers headers, String own) {
        var references = in(headers.get("references"));
        references.remove(own);
        var header = headers.get("in-reply-to");
        var answered = in(header);
        answered.remove(own);
        for (var id : answered) {
            if (references.contains(id)) {
                return id;
            }
        }
        if (header != null && !answered.isEmpty()) {
            return header.startsWith("<") ? answered.getFirst() : answered.getLast();
        }
        if (header != null && header.matches("[^\\s<>]+@[^\\s<>]+") && !header.equals(own)) {
            return header;
        }
        return references.isEmpty() ? null : references.getLast();
    }

    private static List<String> in(@Nullable String value) {
        var ids = new ArrayList<String>();
        var found = ANGLES.matcher(value == null ? "" : value);
        while (found.find()) {
            var id = plain(found.group(1));
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    /// Archives write `<1 at example.org>` for `<1@example.org>`, and fold long ids.
    private static String plain(String id) {
        return id.strip()
                .replaceFirst("\\s+at\\s+(?=\\S+$)", "@")
                .replaceAll("[\\s\\p{Cntrl}]+", "");
    }

    private static String hash(Headers headers) {
        var parts = new ArrayList<String>();
        for (var name : List.of("date", "from", "subject")) {
            var value = headers.get(name);
            parts.add(value == null ? "" : value);
        }
        try {
            var bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "hash:" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
