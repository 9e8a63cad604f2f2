package org.folkmoot.connectors.stackexchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.Lines;
import org.jspecify.annotations.Nullable;

/// Cuts a dump's file into its `<row …/>` elements. Each row is handed on by itself, so that a
/// broken one costs only itself: a bare `<`, which no row may hold, is where the next one starts.
/// Document types and the entities they declare are passed over unread.
final class Rows implements AutoCloseable {

    /// The largest real posts have 30,000 characters.
    static final int MAX_ROW = 8 << 20;

    private static final Pattern DECLARED =
            Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    /// One element as it stands in the file. `broken` says what is wrong with it, null if whole.
    record Raw(long line, String text, @Nullable String broken) {}

    private final Reader in;
    private final @Nullable Charset charset;
    private final boolean bytes;
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int filled;
    private String root = "";
    private long line = 1;
    private boolean opened;

    Rows(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(512);
        var head = new String(buffered.readNBytes(256), StandardCharsets.ISO_8859_1);
        buffered.reset();
        bytes = !head.startsWith("\u00fe\u00ff") && !head.startsWith("\u00ff\u00fe");
        charset = bytes ? declared(head) : null;
        in =
                new InputStreamReader(
                        buffered, bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16);
    }

    /// Null for UTF-8, and for a charset that nobody knows.
    private static @Nullable Charset declared(String head) {
        var found = DECLARED.matcher(head);
        if (!found.find() || found.group(1).toLowerCase(Locale.ROOT).startsWith("utf")) {
            return null;
        }
        try {
            return Charset.forName(found.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /// The name of the file's outermost element, in lower case: `posts`. Empty before the first
    /// row.
    String root() {
        return root;
    }

    @Nullable Raw next() throws IOException {
        while (opened || skipTo('<')) {
            opened = false;
            var at = line;
            var first = read();
            if (first == '!' || first == '?') {
                pass(first);
            } else if (first == '<') {
                opened = true;
            } else if (first >= 0 && first != '/') {
                var element = element(first, at);
                var name = nameOf(element.text());
                if (name.equals("row")) {
                    return element;
                }
                if (root.isEmpty()) {
                    root = name.toLowerCase(Locale.ROOT);
                }
            }
        }
        return null;
    }

    private Raw element(int first, long at) throws IOException {
        var text = new StringBuilder("<");
        var quote = 0;
        var whole = false;
        for (var c = first; c >= 0; c = read()) {
            if (c == '<') {
                opened = true;
                break;
            }
            if (text.length() <= MAX_ROW) {
                text.append((char) c);
            }
            if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '>' && quote == 0) {
                whole = true;
                break;
            }
        }
        var broken =
                text.length() > MAX_ROW
                        ? "This row is longer than 8 million characters."
                        : whole ? null : "This row breaks off before its end.";
        return new Raw(at, decoded(text), broken);
    }

    private String decoded(StringBuilder text) {
        if (!bytes) {
            return text.toString();
        }
        var raw = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return charset == null ? Lines.decode(raw, raw.length) : new String(raw, charset);
    }

    private static String nameOf(String element) {
        var end = 1;
        while (end < element.length() && Character.isJavaIdentifierPart(element.charAt(end))) {
            end++;
        }
        return element.substring(1, end);
    }

    /// Declarations, comments, CDATA and document types.
    private void pass(int kind) throws IOException {
        var next = kind == '!' ? read() : -1;
        if (next == '-') {
            passTo("-->");
        } else if (next == '[') {
            passTo("]]>");
        } else {
            var inside = false;
            for (var c = read(); c >= 0 && (c != '>' || inside); c = read()) {
                inside = c == '[' || (inside && c != ']');
            }
        }
    }

    private void passTo(String end) throws IOException {
        var last = new StringBuilder();
        for (var c = read(); c >= 0; c = read()) {
            last.append((char) c);
            if (last.length() > end.length()) {
                last.deleteCharAt(0);
            }
            if (last.toString().equals(end)) {
                return;
            }
        }
    }

    private boolean skipTo(char wanted) throws IOException {
        for (var c = read(); c >= 0; c = read()) {
            if (c == wanted) {
                return true;
            }
        }
        return false;
    }

    /// The next character, NUL left out; -1 at the end.
    private int read() throws IOException {
        while (true) {
            if (position == filled) {
                filled = in.read(buffer);
                position = 0;
                if (filled <= 0) {
                    filled = 0;
                    return -1;
                }
            }
            var c = buffer[position++];
            if (c == '\n') {
                line++;
            }
            if (c != 0) {
                return c;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
