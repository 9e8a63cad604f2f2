package org.folkmoot.care;

import java.nio.charset.StandardCharsets;

/// Lines of a calendar as RFC 5545, 3.1 wants them: none longer than 75 octets, and what goes on
/// begins with a space. No character is cut in two.
final class FoldedLines {

    private static final int OCTETS = 75;

    private FoldedLines() {}

    static String of(String lines) {
        var out = new StringBuilder(lines.length() + 200);
        int octets = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            var one = Character.toString(lines.codePointAt(i));
            var size = one.getBytes(StandardCharsets.UTF_8).length;
            if (one.equals("\r") || one.equals("\n")) {
                octets = 0;
            } else if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1 + size;
            } else {
                octets += size;
            }
            out.append(one);
        }
        return out.toString();
    }
}
