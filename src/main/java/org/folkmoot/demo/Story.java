package org.folkmoot.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.demo.Role.Drive;

/// Plays the two years day by day: who arrives, what the team says, which conversations begin.
final class Story {

    private final Texts texts;
    private final Season season;
    private final Cast cast;
    private final Chance chance;
    private final Notebook notebook;
    private final Dramaturge dramaturge;
    private final SlackStage slack;
    private final ForumStage forum;
    private final MailStage mail;
    private final GitHubStage github;
    private final Changes changes;
    private final Deque<Actor> arriving;

    Story(Texts texts, Season season, Cast cast, Chance chance, Notebook notebook) {
        this.texts = texts;
        this.season = season;
        this.cast = cast;
        this.chance = chance;
        this.notebook = notebook;
        dramaturge = new Dramaturge(texts, cast, season, chance);
        slack = new SlackStage(cast, texts, chance, notebook);
        forum = new ForumStage(cast, texts, chance, notebook);
        mail = new MailStage(cast, texts, chance, notebook);
        github = new GitHubStage(cast, texts, chance, notebook);
        changes = new Changes(texts, cast, season, chance, notebook, github);
        arriving =
                new ArrayDeque<>(
                        cast.all().stream()
                                .filter(
                                        a ->
                                                !a.arrival()
                                                        .isBefore(Casting.midnight(season.start())))
                                .sorted(Comparator.comparing(Actor::arrival))
                                .toList());
    }

    void play() {
        var news = new News(texts, cast, season, dramaturge, slack, forum, notebook);
        var gatherings = new Gatherings(texts, cast, season, chance, notebook);
        var trouble = new Trouble(texts, cast, season, chance, slack, notebook);
        var badges = new Badges(texts, chance, notebook);
        cast.all().forEach(a -> badges.joined(a, season));
        for (var today = season.start();
                !today.isAfter(season.today());
                today = today.plusDays(1)) {
            cast.dawn(today);
            news.tell(today);
            gatherings.announce(today);
            trouble.stir(today);
            var tomorrow = Casting.midnight(today.plusDays(1));
            while (!arriving.isEmpty() && arriving.peek().arrival().isBefore(tomorrow)) {
                arrive(arriving.poll());
            }
            day(today);
        }
    }

    private void day(LocalDate today) {
        double pulse = season.intensity(today);
        for (int i = chance.about(5.6 * pulse); i > 0; i--) {
            begin(Platform.SLACK, today);
        }
        for (int i = chance.about(2.2 * pulse); i > 0; i--) {
            begin(Platform.FORUM, today);
        }
        for (int i = chance.about(0.9 * pulse); i > 0; i--) {
            begin(Platform.MAIL, today);
        }
        for (int i = chance.about(1.8 * pulse); i > 0; i--) {
            begin(Platform.GITHUB, today);
        }
        work(today, pulse);
        if (chance.happens(0.8)) {
            var bot = cast.named("lamplighter");
            var at = Casting.midnight(today).plusSeconds(3 * 3600 + chance.between(0, 500));
            var id = "%s:%d.000000".formatted(SlackStage.channel("builds"), at.getEpochSecond());
            notebook.add(
                    Deed.of(Platform.SLACK.source(), id, Kind.MESSAGE, bot.id(Platform.SLACK), at)
                            .in(SlackStage.channel("builds"))
                            .saying(
                                    new Wording(texts, chance, season, at)
                                            .say(chance.pick(texts.phrases("bot")))));
        }
    }

    private void work(LocalDate today, double pulse) {
        for (int i = chance.about(1.5 * pulse); i > 0; i--) {
            var author =
                    cast.someone(
                            Platform.GIT,
                            Drive.CHAT,
                            Casting.midnight(today).plusSeconds(50_000),
                            a -> a.on(Platform.GITHUB, Casting.midnight(today)));
            if (author != null) {
                changes.propose(author, cast.moment(author, today));
            }
        }
        for (int i = chance.about(2.2 * pulse); i > 0; i--) {
            var author = cast.named(chance.pick(List.of("linus", "linus", "tomas", "priya")));
            changes.tidy(author, cast.moment(author, today));
        }
    }

    private void begin(Platform platform, LocalDate today) {
        var noon = Casting.midnight(today).plusSeconds(43_200);
        var script = script(platform, today);
        var drive =
                script.sort().equals("chat") && !script.topic().equals("data-loss")
                        ? Drive.CHAT
                        : Drive.ASK;
        var who =
                cast.someone(
                        platform,
                        drive,
                        noon,
                        a -> script.english() || a.language().equals(script.language()));
        if (who != null) {
            var at = cast.moment(who, today);
            if (who.on(platform, at)) {
                perform(platform, script, who, at, Pace.of(platform).answered());
            }
        }
    }

    private Script script(Platform platform, LocalDate today) {
        if (season.isCrisis(today) && chance.happens(0.5)) {
            var kinds = platform == Platform.GITHUB ? texts.crisis.subList(0, 1) : texts.crisis;
            return chance.pick(kinds);
        }
        double luck = chance.unit();
        return switch (platform) {
            case SLACK ->
                    luck < 0.3
                            ? chance.pick(texts.chat)
                            : chance.pick(luck < 0.38 ? texts.foreign : texts.problems);
            case FORUM ->
                    chance.pick(
                            luck < 0.12
                                    ? texts.ideas
                                    : luck < 0.2
                                            ? texts.chat
                                            : luck < 0.26 ? texts.foreign : texts.problems);
            case MAIL -> chance.pick(luck < 0.2 ? texts.ideas : texts.problems);
            default -> chance.pick(texts.problems);
        };
    }

    /// @param answered how likely a question is answered
    private boolean perform(
            Platform platform, Script script, Actor who, Instant at, double answered) {
        boolean idle = script.sort().equals("chat") || script.sort().equals("idea");
        var pace = Pace.of(platform);
        boolean lucky =
                chance.happens(season.isQuiet(Season.dayOf(at)) ? answered * 0.75 : answered);
        var talk =
                idle
                        ? dramaturge.chat(
                                script,
                                who,
                                at,
                                pace,
                                platform == Platform.SLACK
                                                && !script.topic().equals("introductions")
                                        ? chance.between(0, 5)
                                        : chance.between(1, 5))
                        : dramaturge.problem(script, who, at, pace, lucky);
        switch (platform) {
            case SLACK -> slack.perform(talk, SlackStage.channel(script), Kind.MESSAGE);
            case FORUM ->
                    forum.perform(
                            talk,
                            ForumStage.category(script),
                            script.sort().equals("idea")
                                    ? Kind.IDEA
                                    : idle ? Kind.MESSAGE : Kind.QUESTION);
            case MAIL ->
                    mail.perform(
                            talk,
                            script.sort().equals("idea") ? MailStage.DEVELOPERS : MailStage.USERS,
                            Kind.MESSAGE);
            default -> {
                boolean issue = script.sort().equals("bug");
                github.perform(
                        talk,
                        issue ? GitHubStage.ISSUES : GitHubStage.DISCUSSIONS,
                        issue ? Kind.ISSUE : Kind.QUESTION);
            }
        }
        return talk.turns().size() > 1 && talk.answered(at.plusSeconds(4 * 86_400));
    }

    /// A newcomer's first words. Who asks and is not answered seldom stays.
    private void arrive(Actor newcomer) {
        var home = newcomer.home();
        var at = newcomer.arrival().plusSeconds(chance.between(300, 20_000));
        boolean once = newcomer.role() == Role.ONCE;
        if (!newcomer.on(home, at)
                || newcomer.role() == Role.BOT
                || newcomer.role() == Role.TROLL
                || newcomer.role() == Role.LURKER) {
            return;
        }
        if (!once && home == Platform.SLACK && chance.happens(0.55)) {
            perform(home, chance.pick(texts.intros), newcomer, at, 1);
            return;
        }
        long afterLaunch = Season.dayOf(at).toEpochDay() - season.launch().toEpochDay();
        if (home == Platform.SLACK
                && afterLaunch >= 0
                && afterLaunch < 12
                && chance.happens(0.35)) {
            var praise =
                    new Script(
                            "praise",
                            "general",
                            "chat",
                            "en",
                            Map.of('q', texts.phrases("launch")));
            perform(home, praise, newcomer, at, 1);
            return;
        }
        boolean answered =
                perform(home, chance.pick(texts.problems), newcomer, at, once ? 0.55 : 0.85);
        if (!answered && !once && chance.happens(0.8)) {
            cast.disappoint(newcomer, at.plusSeconds(6 * 86_400));
        }
    }
}
