package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Finds out which Unicode a file is written in, from its byte order mark or, without one, from
/// where its first bytes are zero (a spreadsheet or a Windows shell saves UTF-16).
public final class Unicode {

    private static final int SAMPLE = 4096;

    private Unicode() {}

    /// Characters of a stream in UTF-8 or UTF-16, without the mark. A byte that is no valid UTF-8
    /// becomes U+FFFD, so that one wrong byte does not cost the rest of the file.
    public static Reader reader(InputStream in) throws IOException {
        var pushback = pushback(in);
        var decoder = detect(pushback).newDecoder();
        decoder.onMalformedInput(CodingErrorAction.REPLACE);
        decoder.onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(pushback, decoder);
    }

    static PushbackInputStream pushback(InputStream in) {
        return new PushbackInputStream(in, SAMPLE);
    }

    /// UTF_8, UTF_16LE or UTF_16BE; the mark, if there is one, has been passed over afterwards.
    static Charset detect(PushbackInputStream in) throws IOException {
        var head = in.readNBytes(SAMPLE);
        var charset = guess(head);
        var mark = markLength(head, charset);
        in.unread(head, mark, head.length - mark);
        return charset;
    }

    private static int markLength(byte[] head, Charset charset) {
        var mark = "\uFEFF".getBytes(charset);
        return starts(head, mark) ? mark.length : 0;
    }

    private static Charset guess(byte[] head) {
        if (starts(head, "\uFEFF".getBytes(StandardCharsets.UTF_16LE))) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, "\uFEFF".getBytes(StandardCharsets.UTF_16BE))) {
            return StandardCharsets.UTF_16BE;
        }
        var zeros = new int[2];
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        var pairs = head.length / 2;
        if (pairs >= 2 && zeros[1] * 2 > pairs && zeros[0] * 10 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        if (pairs >= 2 && zeros[0] * 2 > pairs && zeros[1] * 10 < pairs) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean starts(byte[] head, byte[] mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if (head[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
