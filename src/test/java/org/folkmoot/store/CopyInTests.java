package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.HouseTest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@NullUnmarked
class CopyInTests {

    private static final List<String> TEXTS =
            List.of(
                    "plain",
                    "",
                    "\\N",
                    "\\.",
                    "NULL",
                    "a\tb\nc\rd\\e\"f'g",
                    "{x,y}",
                    "山田花子 محمد Zoë 🎉",
                    "🎉\tafter\\it\n",
                    "\b\f\u0001\u001f\u007f\u0085\u2028");

    @Autowired DataSource source;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    private void within(Runnable work) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            db.sql(
                                            "create temporary table copied (n bigint, t text, many text[], j jsonb) on commit drop")
                                    .update();
                            work.run();
                        });
    }

    private List<String> texts() {
        return db.sql("select t from copied order by n").query(String.class).list();
    }

    @Test
    void whateverIsInATextComesInAsItIs() {
        within(
                () -> {
                    var rows = new CopyIn();
                    for (int n = 0; n < TEXTS.size(); n++) {
                        rows.row(n, TEXTS.get(n), TEXTS, null);
                    }
                    rows.row(99L, null, List.of(), "{\"a\": \"b\\\\\"}");
                    rows.into(source, "copied");
                    assertThat(texts()).containsExactlyElementsOf(withNull(TEXTS));
                    assertThat(
                                    db.sql("select many from copied where n < 99")
                                            .query(
                                                    (row, _) ->
                                                            List.of(
                                                                    (String[])
                                                                            row.getArray(1)
                                                                                    .getArray()))
                                            .list())
                            .allMatch(TEXTS::equals);
                    assertThat(
                                    db.sql(
                                                    "select cardinality(many) || (j->>'a') from copied where n = 99")
                                            .query(String.class)
                                            .single())
                            .isEqualTo("0b\\");
                });
    }

    private static List<String> withNull(List<String> texts) {
        var all = new ArrayList<>(texts);
        all.add(null);
        return all;
    }

    @Test
    void whatTheDatabaseCannotHoldIsLeftOutOrAQuestionMark() {
        within(
                () -> {
                    var rows = new CopyIn();
                    rows.row(1, "a\0b", List.of("\0c"), null);
                    rows.row(2, "half \uD83C of one", List.of("\uDF89"), null);
                    rows.into(source, "copied");
                    assertThat(texts()).containsExactly("ab", "half ? of one");
                    assertThat(
                                    db.sql("select many[1] from copied order by n")
                                            .query(String.class)
                                            .list())
                            .containsExactly("c", "?");
                });
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        var times =
                List.of(
                        Instant.EPOCH,
                        Instant.parse("2026-12-31T23:59:59.999999Z"),
                        Instant.parse("2024-02-29T00:00:00.000001Z"),
                        Instant.parse("1969-12-31T23:59:59.5Z"),
                        Instant.parse("0044-03-15T12:00:00Z"),
                        Instant.parse("9999-12-31T23:59:59Z"),
                        Instant.parse("2026-01-01T00:00:00.123456400Z"));
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        _ -> {
                            db.sql(
                                            "create temporary table timed (n integer, t timestamptz, d date, ok boolean) on commit drop")
                                    .update();
                            CopyIn.into(
                                    source,
                                    "timed",
                                    rows -> {
                                        for (int n = 0; n < times.size(); n++) {
                                            rows.row(
                                                    n,
                                                    times.get(n),
                                                    LocalDate.ofEpochDay(n - 3),
                                                    n % 2 == 0);
                                        }
                                    });
                            assertThat(
                                            db.sql("select t from timed order by n")
                                                    .query(
                                                            (row, _) ->
                                                                    row.getObject(
                                                                                    1,
                                                                                    java.time
                                                                                            .OffsetDateTime
                                                                                            .class)
                                                                            .toInstant())
                                                    .list())
                                    .containsExactlyElementsOf(
                                            times.stream()
                                                    .map(
                                                            t ->
                                                                    t.truncatedTo(
                                                                            java.time.temporal
                                                                                    .ChronoUnit
                                                                                    .MICROS))
                                                    .toList());
                            assertThat(
                                            db.sql(
                                                            "select string_agg(d || ' ' || ok, ',' order by n) from timed where n < 2")
                                                    .query(String.class)
                                                    .single())
                                    .isEqualTo("1969-12-29 true,1969-12-30 false");
                        });
    }

    @Test
    void rowsThatAreSaidWhileTheyAreCopiedComeAllOrNone() {
        within(
                () -> {
                    CopyIn.into(
                            source,
                            "copied",
                            rows -> {
                                for (int n = 0; n < 20_000; n++) {
                                    rows.row(n, "text " + n, List.of("ä"), null);
                                }
                            });
                    assertThat(texts()).hasSize(20_000).endsWith("text 19999");
                });
        assertThatThrownBy(
                        () ->
                                within(
                                        () ->
                                                CopyIn.into(
                                                        source,
                                                        "copied",
                                                        rows -> rows.row("no number", "", "", ""))))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () ->
                                within(
                                        () ->
                                                CopyIn.into(
                                                        source,
                                                        "copied",
                                                        _ -> {
                                                            throw new IllegalStateException(
                                                                    "no more");
                                                        })))
                .hasMessage("no more");
        within(() -> assertThat(texts()).as("the connection can be used again").isEmpty());
    }
}
