package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentimentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSITIVE | This is great, thank you so much!",
                "POSITIVE | Works like a charm, awesome work :)",
                "NEGATIVE | I hate this, it never works and nobody cares",
                "NEGATIVE | Sorry, this is a terrible idea, it drives me crazy",
                "NEUTRAL | The function returns a list of the open issues",
                "NEUTRAL | Please rebase onto main and run the tests again"
            })
    void tellsHowAPostSounds(Mood mood, String post) {
        var tone = Sentiment.shipped().of(post);
        assertThat(tone.mood()).isEqualTo(mood);
        assertThat(tone.sure()).isTrue();
    }

    @Test
    void polarityFollowsTheMood() {
        assertThat(Sentiment.shipped().of("I love it!").polarity()).isGreaterThan(.8);
        assertThat(Sentiment.shipped().of("This sucks, it is awful").polarity()).isLessThan(-.8);
        assertThat(Sentiment.shipped().of("").certainty()).isBetween(1 / 3., 1.);
    }

    @Test
    void whatIsQuotedOrCodeIsNotTheWritersMood() {
        var without = Sentiment.shipped().of("\nMerged into main.");
        assertThat(Sentiment.shipped().of("> I hate this awful crap\nMerged into main.").polarity())
                .isCloseTo(without.polarity(), within(1e-9));
    }

    @Test
    void learnsFromPeoplesJudgementsAndTellsHowWell() throws IOException {
        var posts = new ArrayList<Learning.Judged>();
        for (int i = 0; i < 40; i++) {
            posts.add(new Learning.Judged("grumble " + i + " splork", Mood.NEGATIVE, 1));
            posts.add(new Learning.Judged("frobnicate " + i + " yay", Mood.POSITIVE, 2));
            posts.add(new Learning.Judged("row " + i + " of the table", Mood.NEUTRAL, 1));
        }
        var out = new ByteArrayOutputStream();
        var report = Learning.learn(posts, out);
        assertThat(report.posts()).isEqualTo(120);
        assertThat(report.macroF1()).isGreaterThan(.9);
        var learnt = Sentiment.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(learnt.of("splork grumble").mood()).isEqualTo(Mood.NEGATIVE);
        assertThat(learnt.of("frobnicate yay").mood()).isEqualTo(Mood.POSITIVE);

        var again = new ByteArrayOutputStream();
        Learning.learn(posts, again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    @Test
    void tooFewJudgementsTeachNothing() {
        assertThatThrownBy(
                        () ->
                                Learning.learn(
                                        List.of(new Learning.Judged("good", Mood.POSITIVE, 1)),
                                        new ByteArrayOutputStream()))
                .hasMessageContaining("at least ten");
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        assertThatThrownBy(() -> Sentiment.read(new ByteArrayInputStream(new byte[100])))
                .isInstanceOf(IOException.class);
    }
}
