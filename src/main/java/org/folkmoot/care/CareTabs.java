package org.folkmoot.care;

import java.util.List;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;

/// What our lists of people share: the tabs above and the pages below.
final class CareTabs {

    static final int PAGE = 50;

    private CareTabs() {}

    static List<Tab> of(Visitor visitor, int current) {
        var home = "/c/" + visitor.community().slug() + "/care";
        return List.of(
                new Tab("Not spoken with", home, "", current == 0),
                new Tab("Who looks after whom", home + "/people", "", current == 1),
                new Tab("Whom you watch", home + "/watching", "", current == 2));
    }

    static Pager pager(String home, int start, int found, int shown) {
        return new Pager(
                shown == 1 ? "1 person" : shown + " people",
                start == 0 ? null : home + "&from=" + Math.max(0, start - PAGE),
                found > PAGE ? home + "&from=" + (start + PAGE) : null);
    }
}
