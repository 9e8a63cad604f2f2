package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTests {

    private static final List<String> FAQ =
            List.of(
                    "How do I reset my password?",
                    "When does the hall open in the morning?",
                    "Can I bring a guest to the workshop?",
                    "Connecting over ssh from a Windows machine");

    @Test
    void findsTheSameQuestionInOtherWords() {
        try (var embedder = new Bge()) {
            var alike = new Alike(FAQ, embedder);
            assertThat(alike.to("I forgot my login secret, how can I get a new one?", 1))
                    .extracting(Alike.Hit::index)
                    .containsExactly(0);
            assertThat(alike.to("What are your opening hours?", 4).getFirst().index()).isEqualTo(1);
            assertThat(alike.to("How do I reset my password", 1).getFirst().same()).isTrue();
            assertThat(alike.toOneOfThem(3, 3)).hasSize(3).noneMatch(h -> h.index() == 3);
        }
    }

    @Test
    void goesByRareWordsWhereNoModelCanRun() {
        var alike = new Alike(FAQ, null);
        assertThat(alike.to("reset of passwords", 2).getFirst().index()).isZero();
        assertThat(alike.to("quokkas everywhere", 3)).isEmpty();
        assertThat(alike.to("ssh on windows", 1)).noneMatch(Alike.Hit::same);
    }

    @Test
    void textIsCutIntoThePiecesTheModelKnows() throws Exception {
        var pieces =
                new WordPieces(
                        AlikeTests.class
                                .getClassLoader()
                                .getResourceAsStream("bge-small-en-v1.5-q-tokenizer.json"));
        // [CLS] hello world , don ' t token ##isation [SEP]
        assertThat(pieces.of("Héllo wörld, don't tokenisation", 128))
                .containsExactly(101, 7592, 2088, 1010, 2123, 1005, 1056, 19204, 6648, 102);
        assertThat(pieces.of("word ".repeat(500), 16)).hasSize(16).endsWith(102);
    }
}
