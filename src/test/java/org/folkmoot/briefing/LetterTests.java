package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
@NullUnmarked
class LetterTests {

    @Autowired MockMvc browser;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Courier courier;
    @Autowired LetterBook book;
    @Autowired Sendings sendings;
    @Autowired Hooks hooks;
    @Autowired JdbcTemplate db;
    @Autowired TransactionTemplate transaction;
    @Autowired DefaultListableBeanFactory house;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /// Far from now, so that the round of the house itself finds nothing due.
    private final int hour = LocalTime.now(ZoneOffset.UTC).getHour() < 12 ? 14 : 2;

    private MockHttpServletResponse send(String who, MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(who.isEmpty() ? request : request.with(Cast.as(who)))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String page(String who, Community here) {
        return body(send(who, get("/c/" + here.slug() + "/briefing/letters")));
    }

    private void choose(String who, Community here, String silent) {
        var sent =
                send(
                        who,
                        post("/c/" + here.slug() + "/briefing/letters")
                                .param("daily", "on")
                                .param("weekday", "")
                                .param("hour", Integer.toString(hour))
                                .param("silent", silent));
        assertThat(sent.getStatus()).isEqualTo(302);
    }

    /// At an hour of the day, by the community's clock in UTC.
    private Instant at(int hour, int minute) {
        return today.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private void run(Community here, Instant now) {
        town.in(
                here,
                () -> {
                    courier.run(now);
                    return 0;
                });
    }

    private static String text(MimeMessage message) throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        message.getDataHandler().writeTo(out);
        assertThat(message.getContent()).isInstanceOf(MimeMultipart.class);
        return parts((MimeMultipart) message.getContent());
    }

    private static String parts(MimeMultipart all) throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < all.getCount(); i++) {
            var content = all.getBodyPart(i).getContent();
            text.append(content instanceof MimeMultipart more ? parts(more) : content).append('\n');
        }
        return text.toString();
    }

    private long account(String who) {
        return db.queryForObject("select id from access.account where email = ?", Long.class, who);
    }

    private Community seasoned() {
        return new SeasonedTown(town, db, transaction, today, null).here;
    }

    @Test
    void nobodyGetsALetterWithoutAskingAndWhoAsksGetsItOnceInHerMorning() throws Exception {
        var here = seasoned();
        var who = cast.join(here, Role.COORDINATOR);
        var other = cast.join(here, Role.LEAD);
        choose(who, here, "");
        try (var office = PostOffice.open(house)) {
            run(here, at(hour - 1, 59));
            assertThat(office.to(who)).isEmpty();
            run(here, at(hour, 1));
            run(here, at(hour, 4));
            run(here, at(hour + 2, 0));
            assertThat(office.to(who)).hasSize(1);
            assertThat(office.to(other)).isEmpty();
            var letter = office.to(who).getFirst();
            assertThat(letter.getSubject()).startsWith(here.name() + ": ");
            assertThat(text(letter))
                    .contains("These 30 days", "Active members", "All of it: http", "<h2>")
                    .contains("To end them: http");
            assertThat(letter.getHeader("List-Unsubscribe-Post")[0])
                    .isEqualTo("List-Unsubscribe=One-Click");
            assertThat(page(who, here)).contains("Morning letter of " + today + ": sent");
        }
    }

    @Test
    void whatWasBeingHandedOverWhenTheProcessEndedIsNeverSentAgain() throws Exception {
        var here = seasoned();
        var who = cast.join(here, Role.COORDINATOR);
        choose(who, here, "");
        var due = new Letters.Due(Letters.Kind.DAILY, today);
        assertThat(town.in(here, () -> sendings.take(account(who), due, at(hour, 0)))).isTrue();
        assertThat(town.in(here, () -> sendings.take(account(who), due, at(hour, 0)))).isFalse();
        try (var office = PostOffice.open(house)) {
            run(here, at(hour, 10));
            run(here, at(hour + 1, 10));
            assertThat(office.to(who)).isEmpty();
        }
        assertThat(page(who, here)).contains("may have arrived, not sent again");
    }

    @Test
    void whatSurelyDidNotLeaveIsTriedThreeTimes() throws Exception {
        var here = seasoned();
        var who = cast.join(here, Role.COORDINATOR);
        choose(who, here, "");
        try (var office = PostOffice.open(house)) {
            office.stop();
            for (int minute = 0; minute < 60; minute += 6) {
                run(here, at(hour, minute));
            }
        }
        assertThat(page(who, here)).contains("could not be sent");
        int attempts =
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select attempts from briefing.sending where community_id = ?",
                                                        Integer.class,
                                                        here.id().value())));
        assertThat(attempts).isEqualTo(3);
    }

    @Test
    void nothingToSayIsOneLineOrNoLetter() throws Exception {
        var here = town.found("UTC");
        var quiet = cast.join(here, Role.COORDINATOR);
        var asking = cast.join(here, Role.COORDINATOR);
        choose(quiet, here, "on");
        choose(asking, here, "");
        try (var office = PostOffice.open(house)) {
            run(here, at(hour, 1));
            assertThat(office.to(quiet)).isEmpty();
            assertThat(office.to(asking)).hasSize(1);
            assertThat(office.to(asking).getFirst().getSubject())
                    .contains("nothing new since yesterday");
        }
        assertThat(page(quiet, here)).contains("nothing to say, not sent");
    }

    @Test
    void oneClickEndsThemAndOpeningTheLinkDoesNot() throws Exception {
        var here = town.found("UTC");
        var who = cast.join(here, Role.COORDINATOR);
        choose(who, here, "");
        try (var office = PostOffice.open(house)) {
            run(here, at(hour, 1));
            var link = office.to(who).getFirst().getHeader("List-Unsubscribe")[0];
            var found = Pattern.compile("/p/[^>]+").matcher(link);
            assertThat(found.find()).isTrue();
            assertThat(body(send("", get(found.group())))).contains("End these letters");
            assertThat(town.in(here, () -> book.of(account(who))).any()).isTrue();
            assertThat(body(send("", post(found.group()).param("List-Unsubscribe", "One-Click"))))
                    .contains("No more letters");
            assertThat(town.in(here, () -> book.of(account(who))).any()).isFalse();
            assertThat(send("", get(found.group() + "x")).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void whoMayNotReadTextsFindsNoneInHerLetter() {
        var here = seasoned();
        town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.update(
                                                """
                                                update activity.activity set starts = true, title = 'Secret question'
                                                where community_id = ? and day = current_date
                                                """,
                                                here.id().value())));
        assertThat(page(cast.join(here, Role.COORDINATOR), here)).contains("Secret question");
        assertThat(page(cast.join(here, Role.ANALYST), here))
                .contains("These 30 days")
                .doesNotContain("Secret question");
    }

    @Test
    void theChannelIsSealedSetByManagersAndNeverShown() {
        var here = town.found("UTC");
        var manager = cast.join(here, Role.MANAGER);
        var path = "/c/" + here.slug() + "/briefing/letters/hook";
        var address = "https://hooks.example.org/services/T0/B0/very-secret";
        assertThat(
                        send(
                                        cast.join(here, Role.COORDINATOR),
                                        post(path).param("address", address))
                                .getStatus())
                .isEqualTo(403);
        assertThat(send(manager, post(path).param("address", "http://x/")).getStatus())
                .isEqualTo(422);
        assertThat(send(manager, post(path).param("address", address)).getStatus()).isEqualTo(302);
        assertThat(page(manager, here))
                .contains("Set to hooks.example.org")
                .doesNotContain("very-secret");
        assertThat(town.in(here, () -> hooks.address())).contains(address);
        var kept =
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select sealed from briefing.hook where community_id = ?",
                                                        byte[].class,
                                                        here.id().value())));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        // what was sealed for one community opens in no other
        var there = town.found("UTC");
        town.in(
                there,
                () ->
                        transaction.execute(
                                _ ->
                                        db.update(
                                                "insert into briefing.hook (community_id, sealed, host, by) values (?, ?, 'x', 'x')",
                                                there.id().value(),
                                                kept)));
        assertThat(town.in(there, () -> hooks.address())).isEmpty();
        send(manager, post(path + "/removal"));
        assertThat(town.in(here, () -> hooks.address())).isEmpty();
    }
}
