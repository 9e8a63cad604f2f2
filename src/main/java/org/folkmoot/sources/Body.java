package org.folkmoot.sources;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;

/// Reads an answer to its end, unless it is too large or too slow. What came compressed counts as
/// large as it is unpacked.
final class Body {

    static final int LARGEST = 32 << 20;
    private static final int MOST_HEADERS = 200;

    private Body() {}

    static Reply read(ClassicHttpResponse response, long end) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            if (headers.size() < MOST_HEADERS && header.getValue() != null) {
                headers.merge(
                        header.getName().toLowerCase(Locale.ROOT),
                        header.getValue(),
                        (a, b) -> a + ", " + b);
            }
        }
        var entity = response.getEntity();
        var out = new ByteArrayOutputStream();
        if (entity != null) {
            var buffer = new byte[1 << 14];
            try (var in = entity.getContent()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    if (out.size() > LARGEST) {
                        throw new IOException("The answer is larger than 32 MB");
                    }
                    if (System.nanoTime() > end) {
                        throw new IOException("The answer took too long");
                    }
                }
            }
        }
        return new Reply(response.getCode(), headers, out.toByteArray());
    }
}
