package org.folkmoot.effect;

import java.util.ArrayList;
import java.util.List;

/// Which share of both sides was active in each week before and after; the day itself is in none.
///
/// @param week -1 for the seven days before, 1 for the seven after, and so on
/// @param did from 0 to 1
/// @param alike from 0 to 1
record Weeks(int week, double did, double alike) {

    static List<Weeks> of(Alike alike, int after, Days days) {
        var weeks = new ArrayList<Weeks>();
        for (int week = -Question.BEFORE / 7; week <= after / 7; week++) {
            if (week != 0) {
                int from = week < 0 ? week * 7 : (week - 1) * 7 + 1;
                var shares =
                        Difference.plain(
                                alike,
                                look -> {
                                    int day = look.day() + from;
                                    return days.any(look.person(), day, day + 6) ? 1 : 0;
                                });
                weeks.add(new Weeks(week, shares.did(), shares.others()));
            }
        }
        return weeks;
    }
}
