package org.folkmoot.brief;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.activity.Talk;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.listening.Topics;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.springframework.stereotype.Service;

/// Puts a brief together. It reads many posts, so one is good for ten minutes; but no longer
/// than until somebody is joined with another, forgotten or left alone.
@Service
public class Briefs {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    /// While themes are looked for, they may be there soon.
    private static final Duration LOOKING = Duration.ofSeconds(20);

    private static final int TOPICS = 8;
    private static final int WAITING = 6;

    private final Metrics metrics;
    private final Carriers carriers;
    private final Doings doings;
    private final Rhythms rhythms;
    private final Topics topics;
    private final Habits habits;
    private final Talk talk;
    private final Rubbing rubbing;
    private final Glossary glossary;
    private final Communities communities;
    private final Clock clock;
    private final Map<About, Kept> kept = new ConcurrentHashMap<>();

    Briefs(
            Metrics metrics,
            Carriers carriers,
            Doings doings,
            Rhythms rhythms,
            Topics topics,
            Habits habits,
            Talk talk,
            Rubbing rubbing,
            Glossary glossary,
            Communities communities,
            Clock clock) {
        this.metrics = metrics;
        this.carriers = carriers;
        this.doings = doings;
        this.rhythms = rhythms;
        this.topics = topics;
        this.habits = habits;
        this.talk = talk;
        this.rubbing = rubbing;
        this.glossary = glossary;
        this.communities = communities;
        this.clock = clock;
    }

    private record About(CommunityId community, int days) {}

    private record Kept(Brief brief, String people) {

        boolean good(Instant now, String people) {
            return this.people.equals(people)
                    && brief.made()
                            .plus(brief.topics().looking() ? LOOKING : GOOD_FOR)
                            .isAfter(now);
        }
    }

    /// Of the community we are in, up to now.
    ///
    /// @param days 30, 90 or 365
    /// @throws Refusal.Unusable for others
    public Brief of(int days) {
        if (!Brief.WINDOWS.contains(days)) {
            throw new Refusal.Unusable("A brief is of 30, 90 or 365 days.");
        }
        var here = communities.here();
        var people = doings.stamp();
        var about = new About(here.id(), days);
        var before = kept.get(about);
        if (before != null && before.good(clock.instant(), people)) {
            return before.brief();
        }
        var made = make(Ask.of(here, Map.of("window", Integer.toString(days)), clock.instant()));
        kept.put(about, new Kept(made, people));
        return made;
    }

    /// The same in words, a line each.
    public String inWords(int days, Locale locale) {
        var told = BriefTold.of(of(days), locale);
        var lines = new ArrayList<>(List.of(told.title(), told.lede()));
        for (var section : told.sections()) {
            lines.add("");
            lines.add(section.title().toUpperCase(locale));
            lines.add(section.lines().isEmpty() ? section.none() : section.lede());
            section.lines()
                    .forEach(
                            line ->
                                    lines.add(
                                            Stream.of(line.lead(), line.words(), line.note())
                                                    .filter(some -> !some.isEmpty())
                                                    .collect(
                                                            Collectors.joining(
                                                                    " \u2013 ", "  ", ""))));
        }
        return lines.stream()
                .filter(line -> !line.equals("  "))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /// The same as a PDF.
    public void pdf(int days, Locale locale, OutputStream out) {
        new BriefPdf(BriefTold.of(of(days), locale)).write(out);
    }

    private Brief make(Ask ask) {
        var window = ask.window();
        var alone = doings.leftAlone();
        var report = metrics.of(ask);
        return new Brief(
                ask.community().name(),
                window.first(),
                window.last(),
                window.days(),
                window.zone().getId(),
                ask.now(),
                carriers.of(window, alone),
                rhythms.of(window),
                topics.of(Topics.About.ALL, window.days(), TOPICS),
                habits.of(ask, report, alone),
                talk.longestWaiting(WAITING),
                rubbing.of(ask, report),
                glossary.of(window));
    }
}
