package org.folkmoot.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.junit.jupiter.api.Test;

class ColumnsTests {

    private static List<Target> targets(Columns columns) {
        return columns.guesses().stream().map(Guess::target).toList();
    }

    @Test
    void namesInFiveLanguagesAreUnderstood() {
        assertThat(
                        targets(
                                Columns.guess(
                                        List.of(
                                                "Prénom",
                                                "Nom de famille",
                                                "Courriel",
                                                "Entreprise"),
                                        List.of())))
                .containsExactly(
                        Target.FIRST_NAME, Target.LAST_NAME, Target.EMAIL, Target.ORGANISATION);
        assertThat(
                        targets(
                                Columns.guess(
                                        List.of(
                                                "Nombre",
                                                "Correo electrónico",
                                                "Ciudad",
                                                "Etiquetas"),
                                        List.of())))
                .containsExactly(Target.NAME, Target.EMAIL, Target.LOCATION, Target.TAGS);
        assertThat(
                        targets(
                                Columns.guess(
                                        List.of("Nome completo", "Mensagem", "Data/Hora"),
                                        List.of())))
                .containsExactly(Target.NAME, Target.TEXT, Target.TIME);
        assertThat(
                        targets(
                                Columns.guess(
                                        List.of("Verfasser", "Zeitpunkt", "Nachricht", "Kanal"),
                                        List.of())))
                .containsExactly(Target.NAME, Target.TIME, Target.TEXT, Target.PLACE);
    }

    @Test
    void titleAndIdMeanOneThingForPeopleAndAnotherForActivities() {
        assertThat(targets(Columns.guess(List.of("id", "name", "title"), List.of())))
                .containsExactly(Target.PERSON_ID, Target.NAME, Target.JOB_TITLE);
        assertThat(targets(Columns.guess(List.of("id", "name", "title", "occurred_at"), List.of())))
                .containsExactly(Target.ACTIVITY_ID, Target.NAME, Target.SUBJECT, Target.TIME);
    }

    @Test
    void valuesTellWhereNamesDoNot() {
        var guessed =
                Columns.guess(
                        List.of("A", "B", "C"),
                        List.of(List.of("ada@example.org", "https://github.com/ada", "")));

        assertThat(targets(guessed)).containsExactly(Target.EMAIL, Target.GITHUB, Target.IGNORE);
        assertThat(guessed.guesses().getFirst().reason())
                .isEqualTo("Its values are e-mail addresses.");
        assertThat(guessed.guesses().getFirst().confidence()).isLessThan(0.9);
    }

    @Test
    void aNameThatItsValuesContradictIsNotBelieved() {
        var guessed =
                Columns.guess(
                        List.of("name", "email"),
                        List.of(List.of("Ada", "yes"), List.of("Grace", "no")));

        assertThat(targets(guessed)).containsExactly(Target.NAME, Target.FIELD);
    }

    @Test
    void theOrderOfDayAndMonthIsToldByTheDatesOrElseWarnedOf() {
        var header = List.of("name", "when", "text");

        var sure =
                Columns.guess(
                        header,
                        List.of(
                                List.of("Ada", "13/02/2024", "x"),
                                List.of("Ada", "01/02/2024", "x")));
        assertThat(sure.dates()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(sure.warnings()).isEmpty();

        var unsure = Columns.guess(header, List.of(List.of("Ada", "03/04/2024", "x")));
        assertThat(unsure.dates()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(unsure.warnings()).anyMatch(w -> w.contains("3 April or 4 March"));

        var mixed =
                Columns.guess(
                        header,
                        List.of(
                                List.of("Ada", "13/02/2024", "x"),
                                List.of("Ada", "02/13/2024", "x")));
        assertThat(mixed.warnings()).anyMatch(w -> w.contains("refused"));
    }

    @Test
    void repeatedIdsAndEmptyColumnsAreWarnedOf() {
        var guessed =
                Columns.guess(
                        List.of("key", "name", "when", "text", "url"),
                        List.of(
                                List.of("k", "Ada", "2024-01-01", "x", ""),
                                List.of("k", "Ada", "2024-01-02", "y", "")));

        assertThat(guessed.warnings())
                .anyMatch(w -> w.startsWith("“k” stands more than once"))
                .anyMatch(w -> w.contains("“url” is empty"));
    }

    @Test
    void aMappingSaysWhatItCannotDo() {
        var mapping =
                new Mapping(
                        Map.of("text", Target.TEXT),
                        DateOrder.DAY_FIRST,
                        ZoneOffset.UTC,
                        Kind.MESSAGE);

        assertThat(mapping.warnings())
                .hasSize(2)
                .anyMatch(w -> w.contains("who a row is about"))
                .anyMatch(w -> w.contains("when they happened"));
    }

    @Test
    void wordsThatAreNoKindOfOursAreNamedBeforeTheyBecomeOne() {
        var header = List.of("who", "when", "what");
        var rows =
                List.of(
                        List.of("Ada", "2026-02-03", "Stammtisch"),
                        List.of("Bob", "2026-02-03", "Vortrag"),
                        List.of("Cyd", "2026-02-04", "Kegeln"));
        var mapping =
                new Mapping(
                        Map.of("who", Target.NAME, "when", Target.TIME, "what", Target.KIND),
                        DateOrder.DAY_FIRST,
                        ZoneOffset.UTC,
                        Kind.ATTENDANCE);

        assertThat(SampleWarnings.ofKinds(header, rows, mapping))
                .containsExactly(
                        "“Stammtisch”, with 1 more, in “what” is no kind of activity that we know:"
                                + " such rows become Attendance, and keep the word.");
        assertThat(SampleWarnings.ofKinds(header, rows.subList(1, 2), mapping)).isEmpty();
    }

    @Test
    void datesAreReadAsPeopleAndProgramsWriteThem() {
        var dayFirst = new Dates(DateOrder.DAY_FIRST, ZoneOffset.UTC);
        var noon = Instant.parse("2024-01-31T12:00:00Z");
        for (var text :
                new String[] {
                    "2024-01-31T12:00:00Z",
                    "2024-01-31 12:00:00 UTC",
                    "2024-01-31T13:00:00.000+01:00",
                    "2024-01-31 13:00+0100",
                    "31.01.2024 12:00",
                    "31/1/2024 12:00 pm",
                    "31.1.24, 12:00:00",
                    "Wed, 31 Jan 2024 12:00:00 GMT",
                    "January 31, 2024 12:00 PM",
                    "31 de enero de 2024 12:00",
                    "31. Januar 2024 12:00",
                    "31 janvier 2024 à 12:00",
                    "1706702400",
                    "1706702400000",
                    "1706702400000000",
                    "45322.5",
                    "2024/01/31 12:00"
                }) {
            assertThat(dayFirst.read(text)).as(text).isEqualTo(noon);
        }
        assertThat(Dates.USUAL.read("1/31/2024 12:00 PM")).isEqualTo(noon);
        assertThat(Dates.USUAL.read("31/01/2024")).isNull();
        assertThat(Dates.USUAL.read("2100-01-01")).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(Dates.USUAL.read("1969-12-31")).isEqualTo(Instant.parse("1969-12-31T00:00:00Z"));
        for (var text :
                new String[] {
                    "", "soon", "2024-02-30", "0000-00-00 00:00:00", "25:61", "99999999999999999999"
                }) {
            assertThat(Dates.USUAL.read(text)).as(text).isNull();
        }
    }

    @Test
    void kindsOfOtherToolsHaveOneOfOurs() {
        assertThat(
                        Map.of(
                                "issues:opened",
                                Kind.ISSUE,
                                "pull_requests:opened",
                                Kind.PULL_REQUEST,
                                "issue_comment:created",
                                Kind.COMMENT,
                                "discord:thread:replied",
                                Kind.REPLY,
                                "slack:message:sent",
                                Kind.MESSAGE,
                                "Pull Request",
                                Kind.PULL_REQUEST,
                                "pull_requests:merged",
                                Kind.SYSTEM_NOTE,
                                "Event attended",
                                Kind.ATTENDANCE,
                                "Vortrag",
                                Kind.TALK,
                                "tweet:sent",
                                Kind.MESSAGE))
                .allSatisfy((word, kind) -> assertThat(KindWords.of(word)).as(word).contains(kind));
        assertThat(KindWords.of("zxcv")).isEmpty();
    }
}
