package org.folkmoot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTests {

    private static final When WHEN = Samples.WHEN;

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now", "PT59S, just now", "PT1M, 1 min ago", "PT59M59S, 59 min ago",
                "PT3H, 3 h ago",
        "PT23H59M, 23 h ago", "PT24H, 1 day ago", "P6D, 6 days ago", "P7D, 27 Feb 2026",
                "-PT5S, in a moment",
        "-PT2H, in 2 h", "-P8D, 14 Mar 2026"
    })
    void timeIsRelativeForSevenDaysAndThenADate(Duration age, String words) {
        assertThat(WHEN.words(Samples.NOW.minus(age))).isEqualTo(words);
    }

    @Test
    void afterSinceAndUntilStandsTheDay() {
        var html = new StringOutput();
        WHEN.day(Samples.NOW.minusSeconds(60)).writeTo(html);

        assertThat(html.toString()).startsWith("<time datetime=").endsWith(">6 Mar 2026</time>");
    }

    @Test
    void theDayIsTheReadersNotTheServers() {
        var tokyo = new When(Samples.NOW, Locale.GERMANY, ZoneId.of("Asia/Tokyo"));

        assertThat(tokyo.date(Samples.NOW.plus(Duration.ofHours(1)))).isEqualTo("07.03.2026");
    }

    @Test
    void aTimeCarriesItsMachineFormAndItsZone() {
        var html = new StringOutput();
        WHEN.of(Samples.NOW.minusSeconds(12_000)).writeTo(html);

        assertThat(html.toString())
                .startsWith("<time datetime=\"2026-03-06T10:43:00Z\" title=\"")
                .contains("6 March 2026")
                .contains("11:43:00")
                .contains("CET")
                .endsWith(">3 h ago</time>");
    }

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, AL",
        "grace, G",
        "Zoë Ångström, ZÅ",
        "山田花子, 山",
        "محمد الخوارزمي, م",
        "' ', ?",
        "@, ?",
        "@mallory, M",
        "ada.b.lovelace@example.org, AO",
        "👩🏽‍🚀, 👩🏽‍🚀",
        "ǆ, Ǆ",
        "Linus 2, L",
        "\u202eMallory, M"
    })
    void aFaceShowsTheInitialsOfAnyName(String name, String initials) {
        assertThat(Face.initials(name)).isEqualTo(initials);
    }

    @Test
    void aNameKeepsItsColourAndAllEightAreUsed() {
        assertThat(Face.hue("Ada")).isEqualTo(Face.hue("Ada"));
        assertThat(
                        java.util.stream.IntStream.range(0, 400)
                                .mapToObj(i -> Face.hue("member " + i))
                                .distinct())
                .hasSize(8)
                .allMatch(hue -> hue.matches("hue-[1-8]"));
    }

    @Test
    void aSparklineStaysInItsBoxAlsoWhenLevelOrAlone() {
        assertThat(new Sparkline(List.of(0.0, 5.0, 10.0), "up").points())
                .isEqualTo("3.0,21.0 50.0,12.0 97.0,3.0");
        assertThat(new Sparkline(List.of(7.0, 7.0), "level").points())
                .isEqualTo("3.0,12.0 97.0,12.0");
        assertThat(new Sparkline(List.of(7.0), "alone").points()).isEqualTo("0,12.0 100,12.0");
    }

    @Test
    void aHeatMapIsAYearOfSquaresWhoseBusiestQuarterIsDarkest() {
        var last = LocalDate.of(2026, 3, 6);
        var counts = new HashMap<LocalDate, Integer>();
        for (int i = 0; i < 8; i++) {
            counts.put(last.minusDays(i), i + 1);
        }
        var squares = new HeatMap(last, counts, "eight days", Locale.UK).squares();

        assertThat(squares).hasSize(52 * 7 + 5);
        assertThat(squares.getFirst().x()).isZero();
        assertThat(squares.getLast().words()).isEqualTo("6 March 2026: 1");
        assertThat(squares.stream().filter(s -> s.level() > 0).map(HeatMap.Square::level))
                .containsExactly(4, 4, 3, 3, 2, 2, 1, 1);
    }

    @Test
    void theWeekOfAHeatMapBeginsAsItsReadersDo() {
        var friday = LocalDate.of(2026, 3, 6);

        assertThat(new HeatMap(friday, Map.of(), "", Locale.UK).squares().getLast().y())
                .isEqualTo(4 * 13);
        assertThat(new HeatMap(friday, Map.of(), "", Locale.US).squares().getLast().y())
                .isEqualTo(5 * 13);
    }

    @Test
    void aForeignNameCannotLeaveTheDataOfAChart() {
        var chart =
                chart(
                        new Chart.Series(
                                "</script><script>alert(1)</script>", List.of(1.0), 1, false));

        assertThat(chart.json()).doesNotContain("<").contains("\\u003c/script>");
    }

    @Test
    void anUnknownValueIsADashNotAZero() {
        var chart = chart(new Chart.Series("people", List.of(Double.NaN), 1, false));

        assertThat(chart.known()).isFalse();
        assertThat(chart.json()).contains("[null]");
        assertThat(chart.written(Double.NaN)).isEqualTo("–");
        assertThat(chart.written(1234.56)).isEqualTo("1.235");
        assertThat(chart.written(3.14159)).isEqualTo("3,14");
    }

    @Test
    void aSeriesMustHaveOneValueForEachLabel() {
        assertThatThrownBy(() -> chart(new Chart.Series("people", List.of(1.0, 2.0), 1, false)))
                .hasMessage("'people' has 2 values for 1 labels");
    }

    @Test
    void anIconIsDrawnHiddenFromReadersAndOnlyByItsName() {
        var html = new StringOutput();
        Icon.of("home").writeTo(html);

        assertThat(html.toString())
                .startsWith("<svg class=\"icon\" aria-hidden=\"true\"")
                .doesNotContain("\n");
        assertThatThrownBy(() -> Icon.of("../../secret"))
                .hasMessage("'../../secret' cannot be the name of an icon");
        assertThatThrownBy(() -> Icon.of("no-such-icon"))
                .hasMessage("There is no icon 'no-such-icon'");
    }

    @ParameterizedTest
    @CsvSource({
        "slack",
        "discord",
        "github",
        "gitlab",
        "telegram",
        "git",
        "stackexchange",
        "wordpress",
        "x",
        "mail",
        "rss",
        "unheard-of"
    })
    void everyPlatformHasAMark(String platform) {
        var html = new StringOutput();
        Icon.platform(platform).writeTo(html);

        assertThat(html.toString()).contains("<path");
    }

    @Test
    void aPhoneShowsTheFirstPageOfEachGroupThenTheRest() {
        assertThat(Samples.desk("", "", List.of()).onPhone())
                .extracting(Desk.Item::label)
                .containsExactly("Today", "People", "Health", "Imports");
    }

    private static Chart chart(Chart.Series series) {
        return new Chart(
                "c",
                Chart.Shape.BARS,
                "finding",
                "unit",
                "Day",
                List.of("1"),
                List.of(series),
                List.of(),
                null,
                Locale.GERMANY);
    }
}
