package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.prints.Rounds;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for every connector, against its platform in miniature.
public abstract class ConnectorContract {

    protected static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    protected static final String SECRET = "s3cret-of-Ada";

    private Reach reach = new Reach(new AllowedHosts(java.util.Set.of()), Duration.ofSeconds(10));
    private Vendor vendor = new Vendor(_ -> Vendor.Answer.of(500, ""));

    protected abstract Connector connector();

    /// Answers as the platform does.
    protected abstract Vendor.Answer answer(Vendor.Asked asked);

    protected abstract Map<String, String> settings(String base);

    /// How the platform says that it is too much: the answer, and when one may come back.
    protected abstract Vendor.Answer tooMuch();

    protected abstract Instant until();

    @BeforeEach
    void open() throws Exception {
        vendor.close();
        reach.close();
        vendor = new Vendor(this::answer);
        reach = new Reach(AllowedHosts.of("127.0.0.1"), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() throws Exception {
        vendor.close();
        reach.close();
        var used = settings(vendor.url()).getOrDefault("base-url", "");
        assertThat(
                        vendor.asked().stream()
                                .filter(asked -> !elsewhere(asked))
                                .flatMap(
                                        asked ->
                                                Contracts.wrong(
                                                        contract(), usual("base-url"), used, asked)
                                                        .stream())
                                .filter(
                                        said ->
                                                contractLeavesOut().stream()
                                                        .noneMatch(said::matches))
                                .distinct())
                .isEmpty();
    }

    /// Whose contract holds, see [Contracts].
    protected String contract() {
        return connector().platform();
    }

    /// What the contract leaves out although the vendor has it, as patterns of
    /// [Contracts#wrong]'s sentences, each with its reason beside it.
    protected List<String> contractLeavesOut() {
        return List.of();
    }

    /// Whether a request went to an address that the contract does not speak of: one of a setting
    /// of its own, such as where tokens are given.
    protected boolean elsewhere(Vendor.Asked asked) {
        return settings(vendor.url()).entrySet().stream()
                .filter(setting -> !setting.getKey().equals("base-url"))
                .filter(setting -> setting.getValue().startsWith(vendor.url()))
                .map(setting -> setting.getValue().substring(vendor.url().length()))
                .anyMatch(path -> !path.isEmpty() && asked.path().startsWith(path));
    }

    /// What of an address must hold no secret. Whose vendor takes it nowhere else leaves out just
    /// that piece.
    protected String address(Vendor.Asked asked) {
        return asked.path() + asked.query();
    }

    private String usual(String name) {
        return connector().settings().stream()
                .filter(setting -> setting.name().equals(name))
                .map(Setting::fallback)
                .findFirst()
                .orElse("");
    }

    protected Vendor vendor() {
        return vendor;
    }

    protected Connection connection() {
        var settings = new HashMap<String, String>();
        connector().settings().forEach(s -> settings.put(s.name(), s.fallback()));
        settings.putAll(settings(vendor.url()));
        var secrets = new HashMap<String, String>();
        connector().secrets().forEach(s -> secrets.put(s.name(), SECRET));
        return new Connection(7, settings, secrets);
    }

    protected Line line() {
        return line(connection());
    }

    protected Line line(Connection connection) {
        return line(connection, reach);
    }

    private Line line(Connection connection, Wire wire) {
        return new Line(
                connection,
                connector().manners(),
                wire,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Map.of(),
                connector()
                        .grant()
                        .filter(grant -> grant.applies(connection))
                        .map(grant -> new Access(grant, connection, new Access.Passing()))
                        .orElse(null));
    }

    protected Pull pull(String from) {
        return Pulling.pull(connector(), line(), from);
    }

    /// Page by page until all is here.
    protected List<Found> all(String from) {
        return round(from).found();
    }

    /// @param told what each page said
    protected record Round(List<Found> found, String next, List<List<Found>> told) {

        public int pages() {
            return told.size();
        }
    }

    protected Round round(String from) {
        var found = new ArrayList<Found>();
        var told = new ArrayList<List<Found>>();
        var cursor = from;
        while (told.size() < 500) {
            var came = pull(cursor);
            assertThat(came).isInstanceOf(Pull.Caught.class);
            var caught = (Pull.Caught) came;
            found.addAll(caught.page());
            told.add(caught.page());
            cursor = caught.next();
            if (!caught.more()) {
                return new Round(found, cursor, told);
            }
        }
        throw new AssertionError("It does not end");
    }

    protected static List<String> ids(List<Found> found) {
        return found.stream()
                .filter(Deed.class::isInstance)
                .map(f -> ((Deed) f).id())
                .distinct()
                .sorted()
                .toList();
    }

    /// The last that is told of one.
    protected static Deed deed(List<Found> found, String id) {
        return found.stream()
                .filter(f -> f instanceof Deed d && d.id().equals(id))
                .map(Deed.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    /// What is marked as gone, accepted or pinned.
    protected static List<String> gone(List<Found> found) {
        return found.stream()
                .filter(Found.Mark.class::isInstance)
                .map(f -> ((Found.Mark) f).id())
                .distinct()
                .toList();
    }

    /// Cut off before every page, and gone on with from everywhere.
    @Test
    void whereverItIsCutItGoesOnAlike() {
        var whole = round("");
        var all = ids(whole.found());
        var found = new ArrayList<Found>();
        var cursor = "";
        for (int page = 0; page < whole.pages(); page++) {
            var asked = vendor.asked().size();
            vendor.instead(_ -> Vendor.Answer.of(502, "{\"cut"));
            var cut = pull(cursor);
            assertThat(cut instanceof Pull.Unreachable || vendor.asked().size() == asked)
                    .as("cut before page %d", page)
                    .isTrue();
            vendor.instead(null);
            assertThat(all).containsAll(ids(all(cursor)));
            var caught = (Pull.Caught) pull(cursor);
            found.addAll(caught.page());
            cursor = caught.next();
        }
        assertThat(ids(found)).isEqualTo(all);
        assertThat(timeless(cursor)).isEqualTo(timeless(whole.next()));
    }

    /// Some go by the platform's own clock, which does not stand still.
    private static String timeless(String cursor) {
        return cursor.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "then");
    }

    @Test
    void theSamePageTwiceGivesTheSame() {
        assertThat(all("")).isNotEmpty().containsExactlyElementsOf(all(""));
    }

    /// What the rounds of a whole pull say, as it is kept, an hour after each other.
    private List<Found> dated(Rounds rounds, int number) {
        return rounds.dated(number, round("").told(), NOW.plus(Duration.ofHours(number)));
    }

    /// Else it would be taken for a change.
    @Test
    void whatIsToldTwiceIsToldAlike() {
        var rounds = new Rounds();
        var seen = new ArrayList<>(dated(rounds, 1));
        seen.addAll(dated(rounds, 2));
        assertThat(seen)
                .filteredOn(Rounds::changes)
                .filteredOn(f -> Rounds.own(f).isAfter(NOW.plusSeconds(60)))
                .filteredOn(f -> Rounds.own(f).isBefore(NOW.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    /// Whatever reads otherwise than in the round before is told as of a later time, whether or not
    /// the platform gives one.
    @Test
    void whatReadsOtherwiseIsOfALaterTime() {
        var rounds = new Rounds();
        var before = dated(rounds, 1);
        var words = words(before);
        vendor.instead(asked -> answer(asked).saying(text -> altered(text, words)));
        var after = dated(rounds, 2);
        vendor.instead(null);
        var was = latest(before);
        var changed = new ArrayList<String>();
        latest(after)
                .forEach(
                        (id, now) -> {
                            var then = was.get(id);
                            if (then != null && altered(then, now)) {
                                changed.add(id);
                                assertThat(Rounds.own(now)).as(id).isAfter(Rounds.own(then));
                            }
                        });
        assertThat(changed.isEmpty())
                .as(words.toString())
                .isEqualTo(words.isEmpty() || !tellsWords());
    }

    /// Whether what people wrote stands in its answers as it is told.
    protected boolean tellsWords() {
        return true;
    }

    private static List<String> words(List<Found> found) {
        return found.stream()
                .flatMap(f -> said(f).stream())
                .filter(word -> word.contains(" ") && word.matches("[\\w .,!?-]{4,}"))
                .distinct()
                .toList();
    }

    private static List<String> said(Found found) {
        return found instanceof Deed d
                ? java.util.stream.Stream.of(d.title(), d.text())
                        .filter(java.util.Objects::nonNull)
                        .toList()
                : found instanceof Found.Place p && !p.name().equals(p.id())
                        ? List.of(p.name())
                        : List.of();
    }

    private static String altered(String text, List<String> words) {
        var other = text;
        for (var word : words) {
            other = other.replace(">" + word + "<", ">0" + word + "<");
            other = other.replace("\"" + word + "\"", "\"0" + word + "\"");
        }
        return other;
    }

    private static boolean altered(Found then, Found now) {
        return said(then).size() == said(now).size() && !said(then).equals(said(now));
    }

    private static Map<String, Found> latest(List<Found> found) {
        var all = new HashMap<String, Found>();
        for (var each : found) {
            if (each instanceof Deed d) {
                all.merge(d.id(), each, ConnectorContract::later);
            } else if (each instanceof Found.Place p) {
                all.merge("place " + p.id(), each, ConnectorContract::later);
            }
        }
        return all;
    }

    private static Found later(Found one, Found other) {
        return Rounds.own(other).isBefore(Rounds.own(one)) || said(other).isEmpty() ? one : other;
    }

    @Test
    void whatIsThereToChooseIsThereOnceAndHasAName() {
        connector()
                .offering()
                .ifPresent(
                        offering -> {
                            var lists =
                                    connector().settings().stream()
                                            .filter(s -> s.shape() == Setting.Shape.LIST)
                                            .map(Setting::name)
                                            .toList();
                            assertThat(offering.settings()).isNotEmpty().isSubsetOf(lists);
                            for (var setting : offering.settings()) {
                                var all = offering.of(line(), setting);
                                assertThat(all)
                                        .isNotEmpty()
                                        .noneMatch(o -> o.value().isBlank() || o.label().isBlank())
                                        .noneMatch(o -> o.value().contains(","));
                                assertThat(all.stream().map(Offering.Offer::value))
                                        .doesNotHaveDuplicates();
                            }
                        });
    }

    @Test
    void itStopsAtOnceWhenThePlatformHasEnough() {
        vendor.instead(_ -> tooMuch());
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class, slow -> assertThat(slow.until()).isEqualTo(until()));
        assertThat(vendor.asked()).hasSize(1);
    }

    @Test
    void aSecretThatIsNotAcceptedIsForAPersonToMend() {
        vendor.instead(_ -> Vendor.Answer.of(401, "{\"message\":\"" + SECRET + "\"}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class).asString().doesNotContain(SECRET);
    }

    @Test
    void troubleOnTheirSideIsTriedLater() {
        vendor.instead(_ -> Vendor.Answer.of(502, "<h1>Bad gateway</h1>"));
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class);
        var whole = answerTo("").text();
        vendor.instead(
                asked -> {
                    var answer = answer(asked);
                    var half = answer.text();
                    return Vendor.Answer.of(200, half.substring(0, half.length() / 2));
                });
        assertThat(whole).isNotEmpty();
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class);
        vendor.instead(_ -> Vendor.Answer.of(200, ""));
        var came = pull("");
        if (vendor.asked().getLast().method().equals("GET")) {
            assertThat(came).isInstanceOf(Pull.Unreachable.class);
        }
    }

    private Vendor.Answer answerTo(String from) {
        vendor.instead(null);
        vendor.forget();
        pull(from);
        return answer(vendor.asked().getFirst());
    }

    @Test
    void noSecretIsEverInAnAddress() {
        all("");
        assertThat(vendor.asked()).isNotEmpty().noneMatch(asked -> address(asked).contains(SECRET));
        assertThat(line().connection().toString()).doesNotContain(SECRET);
    }

    @Test
    void theOwnMachineIsOutOfReachUnlessTheOperatorAllowsIt() throws Exception {
        try (var fenced = new Reach(AllowedHosts.of(""), Duration.ofSeconds(5))) {
            vendor.forget();
            assertThat(Pulling.pull(connector(), line(connection(), fenced), ""))
                    .isInstanceOfSatisfying(
                            Pull.Unreachable.class,
                            why -> assertThat(why.mayHaveActed()).isFalse());
            assertThat(vendor.asked()).isEmpty();
        }
    }

    @Test
    void itSaysWhatItNeeds() {
        var names = new HashSet<String>();
        assertThat(connector().settings()).allMatch(s -> names.add(s.name()));
        assertThat(connector().secrets())
                .allMatch(s -> names.add(s.name()))
                .noneMatch(s -> s.why().isBlank());
        assertThat(connector().steps()).isNotEmpty();
        assertThat(connector().look(line())).isNotBlank();
    }
}
