package org.folkmoot.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.demo.Role.Drive;
import org.folkmoot.demo.Script.Exchange;
import org.folkmoot.demo.Talk.Turn;
import org.folkmoot.demo.Talk.Use;
import org.jspecify.annotations.Nullable;

/// Turns a script into a conversation: who answers, when, with which of the lines, whether it is
/// cleared up first, followed up, thanked for, or never answered at all.
final class Dramaturge {

    private final Texts texts;
    private final Cast cast;
    private final Season season;
    private final Chance chance;

    Dramaturge(Texts texts, Cast cast, Season season, Chance chance) {
        this.texts = texts;
        this.cast = cast;
        this.season = season;
        this.chance = chance;
    }

    Talk problem(Script script, Actor asker, Instant at, Pace pace, boolean answered) {
        var scene = new Scene(script, asker, at, pace);
        scene.say(asker, scene.question(), Use.FIRST, null);
        if (!answered) {
            if (chance.happens(0.3)) {
                scene.later(60 * 60);
                scene.say(asker, phrase("bump"), Use.OTHER, null);
                if (chance.happens(0.25)) {
                    scene.later(4 * 24 * 60);
                    scene.say(asker, phrase("give-up"), Use.OTHER, null);
                }
            }
            return scene.talk();
        }
        scene.answers();
        return scene.talk();
    }

    /// A first post and up to `replies` others by different people.
    Talk chat(Script script, Actor first, Instant at, Pace pace, int replies) {
        var scene = new Scene(script, first, at, pace);
        scene.say(first, chance.pick(script.of('q')), Use.FIRST, null);
        var left = new ArrayList<>(script.of('a'));
        for (int i = 0; i < replies && !left.isEmpty(); i++) {
            scene.later(pace.minutes() * 0.7);
            var who = scene.helper(Drive.CHAT);
            if (who == null) {
                break;
            }
            var line = Exchange.of(left.remove(chance.between(0, left.size() - 1)));
            scene.say(who, line.line(), Use.OTHER, null);
            if (!line.answer().isEmpty()) {
                scene.later(pace.minutes() * 0.5);
                scene.say(first, line.answer(), Use.OTHER, who);
            }
        }
        return scene.talk();
    }

    private String phrase(String name) {
        return chance.pick(texts.phrases(name));
    }

    /// One conversation in the making.
    private final class Scene {
        private final Script script;
        private final Actor asker;
        private final Pace pace;
        private final Wording wording;
        private final List<Turn> turns = new ArrayList<>();
        private final Set<String> spoke = new HashSet<>();
        private final @Nullable String title;
        private Instant now;

        Scene(Script script, Actor asker, Instant at, Pace pace) {
            this.script = script;
            this.asker = asker;
            this.pace = pace;
            this.now = at;
            wording =
                    new Wording(texts, chance, season, at)
                            .with("asker", asker.shortName())
                            .with("me", asker.shortName())
                            .with("city", asker.city());
            var titles = script.of('t');
            title = titles.isEmpty() ? null : wording.say(chance.pick(titles));
        }

        Talk talk() {
            return new Talk(script, title, List.copyOf(turns));
        }

        void later(double medianMinutes) {
            now = now.plus(chance.pause(medianMinutes, pace.spread()));
        }

        void say(Actor who, String text, Use use, @Nullable Actor to) {
            spoke.add(who.handle());
            turns.add(new Turn(who, now, wording.say(text), use, to));
        }

        @Nullable Actor helper(Drive drive) {
            return cast.someone(
                    pace.platform(),
                    drive,
                    now,
                    a ->
                            !spoke.contains(a.handle())
                                    && (script.english()
                                            || a.language().equals(script.language())));
        }

        String question() {
            var question = chance.pick(script.of('q'));
            if (!script.english() || script.topic().equals("data-loss")) {
                return question;
            }
            var text = new StringBuilder();
            if (pace.letters() ? chance.happens(0.6) : chance.happens(0.3)) {
                text.append(
                        pace.letters()
                                ? phrase("open-letter") + "\n\n"
                                : phrase("open-chat") + " ");
            }
            text.append(question);
            if (chance.happens(0.45)) {
                text.append(pace.letters() ? "\n\n" : " ")
                        .append(phrase("context-" + script.sort()));
            }
            if (chance.happens(pace.letters() ? 0.6 : 0.35)) {
                text.append(pace.letters() ? "\n\n" : " ").append(phrase("close"));
            }
            return text.toString();
        }

        String answer(String line, boolean first) {
            if (!script.english() || script.topic().equals("data-loss")) {
                return line;
            }
            var open =
                    first
                            ? chance.happens(0.3) ? phrase("open-answer") + " " : ""
                            : phrase("add-answer") + " ";
            return open
                    + line
                    + (first && chance.happens(0.25) ? " " + phrase("close-answer") : "");
        }

        void answers() {
            boolean english = script.english();
            if (english && script.sort().equals("bug") && chance.happens(0.14)) {
                later(pace.minutes());
                var other = helper(Drive.CHAT);
                if (other != null) {
                    say(other, phrase("me-too"), Use.OTHER, null);
                }
            }
            later(pace.minutes() * (season.isQuiet(Season.dayOf(now)) ? 4 : 1));
            var helper = helper(Drive.HELP);
            if (helper == null) {
                return;
            }
            if (english && script.sort().equals("bug") && chance.happens(0.25)) {
                exchange(Exchange.of(phrase("clarify")), helper);
                later(pace.minutes() * 0.5);
            }
            var lines = new ArrayList<>(script.of('a'));
            boolean thanked = chance.happens(0.6);
            wording.with("helper", helper.shortName()).with("before", helper.shortName());
            int which = chance.between(0, lines.size() - 1);
            say(
                    helper,
                    answer(lines.remove(which), true),
                    thanked ? Use.ACCEPTED : Use.ANSWER,
                    asker);
            more(lines);
            var follows = new ArrayList<>(script.of('f'));
            if (which == 0) {
                follows.addAll(script.of('g'));
            }
            if (!follows.isEmpty() && chance.happens(0.4)) {
                later(pace.minutes());
                var follow = Exchange.of(chance.pick(follows));
                say(asker, follow.line(), Use.OTHER, helper);
                later(pace.minutes() * 0.6);
                say(helper, follow.answer(), Use.ANSWER, asker);
            }
            if (thanked) {
                thanks(helper);
            }
        }

        /// A helper asks back, the asker tells.
        private void exchange(Exchange exchange, Actor helper) {
            say(helper, exchange.line(), Use.OTHER, asker);
            later(pace.minutes() * 0.6);
            say(asker, exchange.answer(), Use.OTHER, helper);
        }

        /// Another way, or an agreement.
        private void more(List<String> lines) {
            if (!lines.isEmpty() && chance.happens(0.3)) {
                later(pace.minutes());
                var second = helper(Drive.HELP);
                if (second != null) {
                    say(second, answer(chance.pick(lines), !script.english()), Use.ANSWER, null);
                }
            }
            if (script.english() && !script.topic().equals("data-loss") && chance.happens(0.14)) {
                later(pace.minutes() * 1.5);
                var third = helper(Drive.CHAT);
                if (third != null) {
                    say(third, phrase("agree"), Use.OTHER, null);
                }
            }
        }

        private void thanks(Actor helper) {
            later(pace.minutes() * 1.2);
            var done = script.of('d');
            var text =
                    done.isEmpty() || (script.english() && chance.happens(0.3))
                            ? phrase("thanks")
                            : chance.pick(done);
            if (script.english()
                    && !text.toLowerCase(Locale.ROOT).contains("thank")
                    && chance.happens(0.5)) {
                text += " " + phrase("thanks");
            }
            say(asker, text, Use.THANKS, chance.happens(0.5) ? helper : null);
            if (script.english() && chance.happens(0.22)) {
                later(pace.minutes() * 0.5);
                say(helper, phrase("welcome-back"), Use.OTHER, null);
            }
        }
    }
}
