package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody who did a hundred thousand things.
@HouseTest
@NullUnmarked
class MuchTests {

    private static final int MUCH = 100_000;
    private static final long ROOM = 64L << 20;

    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Intaking intaking;
    @Autowired Copies copies;
    @Autowired Eraser eraser;

    /// Counts what is written and looks at the memory in between.
    private static final class Gauge extends OutputStream {
        private final long before = used();
        private long most;
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] all, int from, int length) {
            if (bytes / (1 << 20) != (bytes + length) / (1 << 20)) {
                System.gc();
                most = Math.max(most, used() - before);
            }
            bytes += length;
        }

        private static long used() {
            var run = Runtime.getRuntime();
            return run.totalMemory() - run.freeMemory();
        }
    }

    @Test
    void isToldInLittleMemoryAndForgottenInSeconds() throws Exception {
        var here = town.found();
        var first = Instant.parse("2025-03-05T12:00:00Z");
        var page = new ArrayList<Found>();
        for (int n = 0; n < MUCH; n++) {
            page.add(
                    Deed.of(
                                    "slack:T9",
                                    "m" + n,
                                    Kind.MESSAGE,
                                    "U0000001",
                                    first.plusSeconds(200L * n))
                            .saying(
                                    "Zanzibar %d and a few more words to fill a line"
                                            .formatted(n)));
            if (page.size() == 20_000) {
                intaking.take(here, page);
                page.clear();
            }
        }
        var member = archive.number(here, "select id from members.member");
        System.gc();
        var gauge = new Gauge();
        town.in(
                here,
                () -> {
                    copies.zip(member, gauge);
                    return null;
                });
        assertThat(gauge.bytes).isGreaterThan(1 << 20);
        assertThat(gauge.most).isLessThan(ROOM);
        var before = archive.numbers(here);
        var began = System.nanoTime();
        town.in(
                here,
                () -> {
                    eraser.forget(member);
                    return null;
                });
        // half a minute when nothing else runs, five times that beside another process of tests
        assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(400);
        assertThat(archive.numbers(here)).isEqualTo(before);
        assertThat(
                        archive.number(
                                here, "select count(*) from activity.activity where text is null"))
                .isEqualTo(MUCH);
    }
}
