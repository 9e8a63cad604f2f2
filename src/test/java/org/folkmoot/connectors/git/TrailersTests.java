package org.folkmoot.connectors.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.connectors.git.Trailers.Trailer;
import org.junit.jupiter.api.Test;

class TrailersTests {

    @Test
    void theLastParagraphHoldsThem() {
        assertThat(
                        Trailers.of(
                                "Title\n\nHelped-by: no, prose\n\nHelped-by: Ada <a@x>\nSigned-off-by: Grace <g@x>\n\n"))
                .containsExactly(
                        new Trailer("helped-by", "Ada <a@x>"),
                        new Trailer("signed-off-by", "Grace <g@x>"));
    }

    @Test
    void aTitleAloneIsNoTrailer() {
        assertThat(Trailers.of("Signed-off-by: Grace <g@x>")).isEmpty();
        assertThat(Trailers.of("fix: all of it\n")).isEmpty();
    }

    @Test
    void proseWithAColonIsNoTrailer() {
        assertThat(Trailers.of("Title\n\nThis helps\nHelped-by: Ada <a@x>\nand more\n")).isEmpty();
    }

    @Test
    void aSignOffCarriesRemarksBesideIt() {
        assertThat(Trailers.of("Title\n\n[jc: fixed a typo]\nSigned-off-by: Grace <g@x>\n"))
                .hasSize(1);
    }

    @Test
    void aFoldedLineBelongsToTheOneAbove() {
        assertThat(Trailers.of("Title\n\nReviewed-by: Ada\n  <a@x>\n"))
                .containsExactly(new Trailer("reviewed-by", "Ada <a@x>"));
    }

    @Test
    void aNameWithANextLineCharacterIsOneLine() {
        assertThat(Trailers.of("T\n\nHelped-by: A\u0085da <a@x>")).hasSize(1);
    }
}
