package org.folkmoot.connectors.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.folkmoot.connectors.intake.Lines;
import org.jspecify.annotations.Nullable;

/// What a mail says: its plain text, else its HTML as text, and the names of what is attached.
///
/// @param broken whether its parts could not be taken apart, so that it is given whole
record Words(String text, List<String> files, boolean broken) {

    /// Deeper ones are made to exhaust whoever reads them.
    private static final int MAX_PARTS_WITH_PARTS = 200;

    private static final Pattern NESTING = Pattern.compile("(?i)multipart/|message/rfc822");
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name\\s*=\\s*\"?([^\";]+)");
    private static final Pattern EXTENDED =
            Pattern.compile("(?i);\\s*(?:file)?name\\*=\\s*\"?([^\";]+)");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern SCRUBBED =
            Pattern.compile("attachment was scrubbed\\.\\.\\.\\r?\\nName: (.{1,200}?)\\r?\\n");

    static Words of(byte[] mail) {
        var latin = new String(mail, StandardCharsets.ISO_8859_1);
        if (NESTING.matcher(latin).results().limit(MAX_PARTS_WITH_PARTS + 1).count()
                > MAX_PARTS_WITH_PARTS) {
            return whole(latin, mail);
        }
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(
                    MimeConfig.custom()
                            .setMaxLineLen(-1)
                            .setMaxHeaderLen(-1)
                            .setMaxHeaderCount(-1)
                            .build());
            var message = builder.parseMessage(new ByteArrayInputStream(mail));
            try {
                return of(message);
            } finally {
                message.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return whole(
                    latin,
                    mail); // mails break in every way there is: given as it stands, and marked
        }
    }

    private static Words whole(String latin, byte[] mail) {
        var end = latin.indexOf("\r\n\r\n");
        var body =
                latin.substring(end < 0 ? mail.length : end + 4)
                        .getBytes(StandardCharsets.ISO_8859_1);
        return new Words(tidy(Lines.decode(body, body.length)), List.of(), true);
    }

    private static Words of(Message message) throws IOException {
        var plain = new ArrayList<String>();
        var html = new ArrayList<String>();
        var files = new ArrayList<String>();
        var waiting = new ArrayDeque<Entity>(List.of(message));
        while (!waiting.isEmpty()) {
            var part = waiting.pop();
            var type = part.getMimeType();
            var name = nameOf(part);
            if (name != null && !name.isBlank()) {
                files.add(Headers.decoded(name));
            }
            if (part.getBody() instanceof Multipart parts) {
                parts.getBodyParts().reversed().forEach(waiting::push);
            } else if (part.getBody() instanceof SingleBody body
                    && name == null
                    && !"attachment".equalsIgnoreCase(part.getDispositionType())) {
                if ("text/html".equals(type)) {
                    html.add(Stripped.of(decoded(body, part)));
                } else if (type == null || type.startsWith("text/")) {
                    plain.add(decoded(body, part));
                }
            }
        }
        var text = tidy(String.join("\n", plain));
        if (text.isBlank()) {
            text = tidy(String.join("\n", html));
        }
        SCRUBBED.matcher(text).results().forEach(r -> files.add(r.group(1).strip()));
        return new Words(text, files, false);
    }

    /// The file's name, by its disposition or, as older programs tell it, by its type; also where
    /// it is in a charset that nobody knows.
    private static @Nullable String nameOf(Entity part) {
        var name = part.getFilename();
        if (name == null) {
            name = given(part, "Content-Type", NAME);
        }
        for (var field : List.of("Content-Disposition", "Content-Type")) {
            var told = given(part, field, EXTENDED);
            if (told != null && (name == null || told.endsWith(name))) {
                var bytes = ENCODED.matcher(told.replaceFirst("^[^']*'[^']*'", ""));
                name =
                        bytes.replaceAll(
                                found -> {
                                    var hex = found.group().replace("%", "");
                                    var raw = HexFormat.of().parseHex(hex);
                                    return Matcher.quoteReplacement(Lines.decode(raw, raw.length));
                                });
            }
        }
        return name;
    }

    private static @Nullable String given(Entity part, String name, Pattern pattern) {
        var field = part.getHeader() == null ? null : part.getHeader().getField(name);
        var given = field == null ? null : pattern.matcher(field.getBody().replaceAll("\\s+", " "));
        return given != null && given.find() ? given.group(1) : null;
    }

    /// In the charset it names if that fits, else in what it looks like.
    private static String decoded(SingleBody body, Entity part) throws IOException {
        var bytes = body.getInputStream().readAllBytes();
        var charset = charset(part);
        if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                return Lines.decode(bytes, bytes.length);
            }
        }
        return Lines.decode(bytes, bytes.length);
    }

    private static @Nullable Charset charset(Entity part) {
        try {
            var name = part.getCharset();
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static String tidy(String text) {
        return text.replace("\r\n", "\n").replace("\0", "").strip();
    }
}
