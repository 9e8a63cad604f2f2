package org.folkmoot.sources.webhook;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Signature;

/// How a sender signs: HMAC-SHA256 over a form such as `{webhook-id}.{webhook-timestamp}.{body}`,
/// in hexadecimal or Base64, alone or after a word (`sha256=`, `v1,`), perhaps one of several.
///
/// @param header in which the signature stands
/// @param form what is signed: `{body}`, `{name of a header}` and what stands between them
/// @param time the header that tells when it was signed; looked at only where it is signed too
record Signed(String header, String form, String time) {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern WORD = Pattern.compile("^[A-Za-z0-9_-]{1,12}=(?=.{16})");
    private static final String STANDARD_KEY = "whsec_";
    private static final String BODY = "body";

    static Signed of(Connection connection) {
        return new Signed(
                connection.setting("signature-header"),
                connection.setting("signed"),
                connection.setting("time-header"));
    }

    boolean coversBody() {
        return form.contains("{" + BODY + "}");
    }

    /// Empty when it is the sender's, and new.
    String wrongWith(Call call, String secret, Instant now) {
        if (form.contains("{" + time + "}") && !Signature.fresh(seconds(told(call, time)), now)) {
            return "It has no time of signing, or one that is not of now.";
        }
        var right = Signature.of("HmacSHA256", key(secret), signedBytes(call));
        var given = pieces(call).stream().map(p -> WORD.matcher(p).replaceFirst("")).toList();
        var good =
                given.stream()
                        .anyMatch(
                                one ->
                                        right.isBase64("", one)
                                                || (one.length() == 64 && right.isHex("", one)));
        return good ? "" : "Its signature is not that of the sender.";
    }

    private List<String> pieces(Call call) {
        return Arrays.stream(call.header(header).split("[\\s,;]+", -1))
                .filter(piece -> !piece.isEmpty())
                .limit(20)
                .toList();
    }

    private byte[] signedBytes(Call call) {
        var out = new ByteArrayOutputStream();
        var holes = HOLE.matcher(form);
        var from = 0;
        while (holes.find()) {
            out.writeBytes(Signature.bytes(form.substring(from, holes.start())));
            var name = holes.group(1);
            out.writeBytes(name.equals(BODY) ? call.body() : Signature.bytes(told(call, name)));
            from = holes.end();
        }
        out.writeBytes(Signature.bytes(form.substring(from)));
        return out.toByteArray();
    }

    /// A header, or what the signature's own header tells beside it: `t=1700000000,v1=…`.
    private String told(Call call, String name) {
        var header = call.header(name);
        return !header.isEmpty()
                ? header
                : pieces(call).stream()
                        .filter(p -> p.startsWith(name + "="))
                        .map(p -> p.substring(name.length() + 1))
                        .findFirst()
                        .orElse("");
    }

    private static String seconds(String told) {
        return told.matches("\\d{13}") ? told.substring(0, 10) : told;
    }

    /// A key as Standard Webhooks writes it is Base64; any other is taken as it stands.
    private static byte[] key(String secret) {
        if (!secret.startsWith(STANDARD_KEY)) {
            return Signature.bytes(secret);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(STANDARD_KEY.length()));
        } catch (IllegalArgumentException e) {
            return Signature.bytes(secret);
        }
    }
}
