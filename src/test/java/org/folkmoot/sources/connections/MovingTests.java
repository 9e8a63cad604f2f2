package org.folkmoot.sources.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.comparing.Compared;
import org.junit.jupiter.api.Test;

/// How much of what is on its way is here.
class MovingTests {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void whatCameSinceItWasCountedIsEstimatedAndNeverAll() {
        var told = List.of(new Compared("issues", 990, 290, AT), new Compared("stars", 10, 20, AT));
        assertThat(Moving.share(told, null, AT.plusSeconds(600))).isEqualTo(.3);
        assertThat(Moving.share(told, 60.0, AT.plusSeconds(300))).isEqualTo(.6);
        assertThat(Moving.share(told, 60.0, AT.plusSeconds(9_000))).isEqualTo(.99);
        assertThat(Moving.share(List.of(), 60.0, AT)).isNull();
    }
}
