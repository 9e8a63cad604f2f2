package org.folkmoot.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Origin;

/// Lantern: a made-up open-source community around a documentation tool. Two years on six
/// platforms, some 1,500 people, told as the findings of an import, so that it goes the way of any
/// other.
public final class DemoCommunity {

    public static final String NAME = "Lantern";
    public static final String SLUG = "lantern";
    public static final String KIND = "developer";

    /// IANA name.
    public static final String ZONE = "Europe/Berlin";

    private static final Map<Platform, String> LABELS =
            Map.of(
                    Platform.SLACK, "Lantern chat",
                    Platform.GITHUB, "lantern-docs on GitHub",
                    Platform.FORUM, "Lantern forum",
                    Platform.MAIL, "Lantern mailing lists",
                    Platform.GIT, "Lantern's source",
                    Platform.CALENDAR, "Lantern events");

    private DemoCommunity() {}

    /// Says everything that happened in the 730 days up to `until` (rounded down to seconds): first
    /// the platforms and places, then the people, then what they did in the order of time, then the
    /// marks. The same seed and end always give the same findings.
    public static void tell(long seed, Instant until, Finds finds) {
        var end = until.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var season = Season.upTo(end);
        var texts = new Texts();
        var people = new Casting(season, new Chance(seed, "cast"), texts).all();
        var notebook = new Notebook(end);
        new Story(
                        texts,
                        season,
                        new Cast(people, new Chance(seed, "turns")),
                        new Chance(seed, "story"),
                        notebook)
                .play();

        LABELS.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(
                        e ->
                                finds.add(
                                        new Origin(
                                                e.getKey().source(),
                                                e.getValue(),
                                                markup(e.getKey()))));
        SlackStage.places(finds);
        GitHubStage.places(finds);
        ForumStage.places(finds);
        MailStage.places(finds);
        Changes.places(finds);
        Gatherings.places(finds);
        var profiles = new Profiles(end, finds);
        people.forEach(profiles::tell);
        var own = new OwnFields(end, finds);
        own.make();
        people.forEach(own::tell);
        notebook.tell(finds);
    }

    private static Markup markup(Platform platform) {
        return switch (platform) {
            case SLACK -> Markup.SLACK;
            case GITHUB, FORUM -> Markup.MARKDOWN;
            case MAIL -> Markup.MAIL;
            case GIT, CALENDAR -> Markup.PLAIN;
        };
    }
}
