package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;

/// The list behind a number leads to the very same people where they can be acted on.
@HouseTest
@NullUnmarked
class CountedCriterionTests {

    private static final Pattern PERSON = Pattern.compile("/people/(\\d+)\"");
    private static final Pattern PEOPLE = Pattern.compile("href=\"(/c/[^\"]+/people\\?[^\"]+)\"");

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    private Community here;
    private String lead;
    private long chat;

    /// In March Ada and a colleague go on, Grace does not, Linus comes, Mallory leaves.
    @BeforeEach
    void march() {
        here = town.found();
        lead = cast.join(here, Role.LEAD);
        var history = new History(ZoneId.of("Europe/Berlin"));
        var room = history.place("slack", "chat");
        chat = room.id();
        var forum = history.place("discourse", "forum");
        var january = Instant.parse("2026-01-10T10:00:00Z");
        var ada = history.person("member", january, null, null, "champion");
        var staff = history.person("staff", january, null, null);
        var grace = history.member("2026-01-11T10:00:00Z");
        var linus = history.member("2026-03-05T10:00:00Z");
        history.account(
                history.person("member", january, Instant.parse("2026-03-10T00:00:00Z"), null),
                "slack");
        for (var person : new History.Person[] {ada, staff, grace}) {
            var account = history.account(person, "slack");
            history.post(Kind.MESSAGE, account, room, "2026-02-10T10:00:00Z");
            if (!person.equals(grace)) {
                history.post(Kind.MESSAGE, account, room, "2026-03-20T10:00:00Z");
            }
        }
        history.post(
                Kind.MESSAGE, history.account(linus, "discourse"), forum, "2026-03-21T10:00:00Z");
        history.save(here, db, transactions);
    }

    @ParameterizedTest
    @CsvSource({
        "growth, joined, '', 1",
        "growth, left, '', 1",
        "active, active, '', 2",
        "active, active, &staff=in, 3",
        "active, active, &platform=discourse, 1",
        "active, active, &tag=champion, 1",
        "active, active, &where=tag+is+champion, 1",
        "active, active, &place=, 1",
        "retention, retained, '', 1",
        "retention, retained, &staff=in, 2",
        "retention, lost, '', 1",
        "retention, lost, &place=, 1"
    })
    void opensTheSamePeople(String section, String which, String filter, int many) {
        var list =
                get(
                        "/c/%s/health/%s/list?which=%s&asOf=2026-03-31&window=30%s"
                                .formatted(
                                        here.slug(),
                                        section,
                                        which,
                                        filter.endsWith("place=") ? filter + chat : filter));
        var address = PEOPLE.matcher(list);
        assertThat(address.find()).as(list).isTrue();
        assertThat(who(list)).hasSize(many);
        var people = get(address.group(1).replace("&amp;", "&"));
        assertThat(who(people)).isEqualTo(who(list));
        assertThat(people).contains("Save as segment");
    }

    @Test
    void whatCannotBeAskedIsSaidInWords() {
        for (var wrong :
                Arrays.asList(
                        "counted as lost in 31 days, A window is 7, 30, 90 or 365 days",
                        "counted as lost in place slack/nowhere, It is not clear which place",
                        "counted as clever, clever")) {
            var answer =
                    browser.get()
                            .uri(
                                    "/c/{slug}/people?where={where}",
                                    here.slug(),
                                    wrong.split(", ")[0])
                            .with(Cast.as(lead))
                            .exchange();
            assertThat(answer).hasStatus(422).bodyText().contains(wrong.split(", ")[1]);
        }
    }

    private static Set<Long> who(String page) {
        var all = new TreeSet<Long>();
        PERSON.matcher(page.substring(page.indexOf("<tbody")))
                .results()
                .forEach(r -> all.add(Long.valueOf(r.group(1))));
        return all;
    }

    private String get(String path) {
        var answer =
                browser.get()
                        .uri(URI.create(path.replace("+", "%20")))
                        .with(Cast.as(lead))
                        .exchange();
        assertThat(answer).hasStatusOk();
        return new String(
                answer.getMvcResult().getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
