package org.folkmoot.orbit;

import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Definition;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.NumberCard.Change;
import org.folkmoot.web.NumberCard.Direction;
import org.folkmoot.web.NumberCard.Figure;
import org.folkmoot.web.NumberCard.Known;
import org.folkmoot.web.Tone;

/// The few numbers on top.
record Overview(String home, Look look, Locale locale) {

    List<NumberCard> cards() {
        var table = new Table(look, locale);
        var asked = look.asked();
        int placed = look.now().placed(asked.profile());
        int before = look.before().placed(asked.profile());
        return List.of(
                gravity(),
                card(
                        "placed",
                        "Members with a level",
                        "#levels",
                        "Who did anything with a weight: in the last 365 days by milestones, ever by decay. The team and bots are left out.",
                        new Known(
                                Words.count(placed, locale),
                                compared(placed - before, before),
                                null),
                        ""),
                moves(
                        "moved-up",
                        "Moved up",
                        table.all(Moves.Way.UP),
                        "closer to the middle than %s before.",
                        Direction.UP),
                moves(
                        "moved-down",
                        "Moved down",
                        table.all(Moves.Way.DOWN),
                        "further out than %s before.",
                        Direction.DOWN),
                love());
    }

    private NumberCard gravity() {
        if (look.asked().profile() == Profile.DECAY) {
            return fading();
        }
        var words =
                "Change of the total weighted commitment (level weight squared, 1, 4, 7 or 10, times members) against the window before, for each member with a level now.";
        double gravity = look.gravity();
        Figure figure =
                Double.isNaN(gravity)
                        ? new NumberCard.NotYet("Nobody has a level.", "")
                        : new Known(
                                Words.change(gravity, locale),
                                new Change(
                                        direction(gravity),
                                        "commitment %s, %s before"
                                                .formatted(
                                                        Words.count(
                                                                look.now().commitment(), locale),
                                                        Words.count(
                                                                look.before().commitment(),
                                                                locale)),
                                        gravity < -0.05
                                                ? Tone.WARN
                                                : gravity > 0.05 ? Tone.GOOD : Tone.CALM),
                                null);
        return card("gravity", "Gravity", "#over", words, figure, "");
    }

    private NumberCard fading() {
        return card(
                "gravity",
                "Gravity",
                "#levels",
                "By decay: the sum of love × reach over all members.",
                Double.isNaN(look.gravity())
                        ? new NumberCard.NotYet(
                                "So much was done here that everybody's reach takes minutes.",
                                "./folkmoot orbit --profile decay --reach works it out.")
                        : new Known(Words.number(look.gravity(), locale), null, null),
                "");
    }

    private NumberCard moves(
            String id, String label, Table.Count count, String words, Direction way) {
        return card(
                id,
                label,
                count.href() == null ? "#moves" : home + count.href(),
                "How many are " + words.formatted(look.asked().window() + " days"),
                new Known(
                        Words.count(count.people(), locale),
                        new Change(
                                way,
                                "since " + Words.day(look.asked().before(), locale),
                                Tone.CALM),
                        null),
                "");
    }

    private NumberCard love() {
        double now = look.now().meanLove();
        double before = look.before().meanLove();
        Figure figure =
                Double.isNaN(now)
                        ? new NumberCard.NotYet("Nobody did anything with a weight.", "")
                        : new Known(
                                Words.number(now, locale),
                                Double.isNaN(before)
                                        ? null
                                        : new Change(
                                                direction(now - before),
                                                Words.number(before, locale) + " before",
                                                Tone.CALM),
                                null);
        return card(
                "love",
                "Mean love",
                "#over",
                "What people did, weighed 1 to 3, fading by a tenth each month; the mean over all who have any.",
                figure,
                Words.count(look.now().loved(), "member", "members", locale));
    }

    private Change compared(int change, int before) {
        return new Change(
                direction(change),
                change == 0
                        ? "as many as before"
                        : "%s than before (%s)"
                                .formatted(
                                        Words.count(Math.abs(change), locale)
                                                + (change > 0 ? " more" : " fewer"),
                                        Words.count(before, locale)),
                Tone.CALM);
    }

    private static Direction direction(double change) {
        return change > 0.05 ? Direction.UP : change < -0.05 ? Direction.DOWN : Direction.LEVEL;
    }

    private static NumberCard card(
            String id, String label, String href, String words, Figure figure, String size) {
        return new NumberCard(
                label, href, new Definition("what-" + id, label, words, null), figure, size);
    }
}
