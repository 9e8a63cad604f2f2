package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.folkmoot.language.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTests {

    /// One post that could not be read would keep all others from being read. In a thread with a
    /// stack of the usual size, before anything is compiled.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi ",
                "any anyone ",
                "so and but ",
                "a",
                "a-",
                "?",
                "<",
                "```",
                "@a ",
                "> ",
                "\"",
                "\ud83d\ude00",
                "\u0001",
                "a.b.c.",
                "can we please ",
                "what what is ",
                "\n",
                ":a",
                "http://",
                "someone else else "
            })
    void whateverIsWrittenCanBeRead(String again) throws InterruptedException {
        var text = again.repeat(8000 / again.length());
        var thrown = new Throwable[1];
        var reader =
                new Thread(
                        () -> {
                            try {
                                Judgement.of(text);
                                Vocabulary.of(java.util.List.of(text, text));
                            } catch (Throwable e) {
                                thrown[0] = e;
                            }
                        });
        reader.start();
        reader.join();
        assertThatCode(
                        () -> {
                            if (thrown[0] != null) {
                                throw thrown[0];
                            }
                        })
                .doesNotThrowAnyException();
    }
}
