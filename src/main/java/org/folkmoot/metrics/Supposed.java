package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.web.NumberCard;

/// A number as it is, and as it would be if some people were others.
///
/// @param now as the reader writes it: "42 %"; why it is not known where it is not
/// @param of how many it rests on now: "21 of 50 members"; may be empty
/// @param then the same of what would be, as is `ofThen`
public record Supposed(String label, String now, String of, String then, String ofThen) {

    static List<Supposed> of(Report now, Report then, Locale locale) {
        var cards = Cards.of(now, locale).first();
        var others = Cards.of(then, locale).first();
        var all = new ArrayList<Supposed>();
        for (int i = 0; i < cards.size(); i++) {
            var card = cards.get(i);
            var other = others.get(i);
            all.add(
                    new Supposed(
                            card.label(), words(card), card.size(), words(other), other.size()));
        }
        return List.copyOf(all);
    }

    private static String words(NumberCard card) {
        return switch (card.figure()) {
            case NumberCard.Known known -> known.value();
            case NumberCard.NotYet not -> not.why();
        };
    }
}
