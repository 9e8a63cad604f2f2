package org.folkmoot.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTests {

    private static List<String> lines(byte[] bytes) throws IOException {
        var all = new ArrayList<String>();
        try (var lines = new Lines(new ByteArrayInputStream(bytes))) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    /// So many times the same byte, without holding them.
    private static final class Same extends InputStream {
        private long left;
        private final byte value;

        Same(long length, char value) {
            this.left = length;
            this.value = (byte) value;
        }

        @Override
        public int read() {
            return left-- > 0 ? value : -1;
        }

        @Override
        public int read(byte[] b, int off, int len) {
            if (left <= 0) {
                return -1;
            }
            var n = (int) Math.min(len, left);
            java.util.Arrays.fill(b, off, off + n, value);
            left -= n;
            return n;
        }
    }

    @Test
    void linesEndAsOnUnixOrWindowsAndTheLastMayHaveNoEnd() throws IOException {
        assertThat(lines("a\nb\r\n\nc".getBytes(UTF_8))).containsExactly("a", "b", "", "c");
        assertThat(lines(new byte[0])).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        var text = "Zoë\n山田花子\nمحمد 🧵";
        assertThat(lines(("\uFEFF" + text).getBytes(UTF_8))).first().isEqualTo("Zoë");
        assertThat(lines(text.getBytes(UTF_16))).containsExactly("Zoë", "山田花子", "محمد 🧵");
        assertThat(lines(("\uFEFF" + text).getBytes(UTF_16LE))).last().isEqualTo("محمد 🧵");
    }

    @Test
    void utf16WithoutAMarkIsKnownByItsZeros() throws IOException {
        var text = "From ada@example.org Mon Mar  3 09:00:00 2025\nSubject: Zoë 🧵";
        assertThat(lines(text.getBytes(UTF_16LE))).last().isEqualTo("Subject: Zoë 🧵");
        assertThat(lines(text.getBytes(UTF_16BE))).last().isEqualTo("Subject: Zoë 🧵");
    }

    @Test
    void aPairOfHalvesAtTheEdgeOfABlockStaysWhole() throws IOException {
        for (var before = 4090; before < 4100; before++) {
            var text = "x".repeat(before) + "🧵y";
            assertThat(lines(("\uFEFF" + text).getBytes(UTF_16LE))).containsExactly(text);
        }
    }

    @Test
    void charsetsMayBeMixedLineByLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Zoë ist da\n".getBytes(Charset.forName("windows-1252")));
        bytes.writeBytes("Zoë ist da\n".getBytes(UTF_8));
        assertThat(lines(bytes.toByteArray())).containsExactly("Zoë ist da", "Zoë ist da");
    }

    @Test
    void nulBytesAreLeftOut() throws IOException {
        assertThat(lines("plain words a\0b\0\nand more of them\n\0".getBytes(UTF_8)))
                .containsExactly("plain words ab", "and more of them", "");
    }

    @Test
    void aLineOf64MegabytesIsCutAndCostsNoMemory() throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        try (var lines = new Lines(new Same(64L << 20, 'x'))) {
            assertThat(lines.next()).hasSize(Lines.MAX_LINE);
            assertThat(lines.wasCut()).isTrue();
            assertThat(lines.next()).isNull();
            assertThat(lines.number()).isEqualTo(1);
        }
        var after = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
        assertThat(after - before).isLessThan(12L << 20);
    }

    @Test
    void afterALineThatIsCutTheNextIsWhole() throws IOException {
        var long1 = "é".repeat(Lines.MAX_LINE);
        var all = lines(("a" + long1 + "\nnext\n").getBytes(UTF_8));

        assertThat(all).hasSize(2);
        assertThat(all.getFirst()).startsWith("aé").endsWith("é").doesNotContain("Ã");
        assertThat(all.getLast()).isEqualTo("next");
    }
}
