package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.function.LongToIntFunction;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds out who of all people is let through by filters.
@Repository
class Chosen {

    private final JdbcClient db;

    Chosen(JdbcClient db) {
        this.db = db;
    }

    Scope by(Filters filters, People people) {
        return new Scope(
                people,
                filters.staff(),
                filters.platform() == null ? null : onPlatform(filters.platform(), people),
                with(filters, people),
                filters.platform() == null ? people.lives() : livesOn(filters.platform(), people));
    }

    private boolean[] onPlatform(String platform, People people) {
        var on =
                column(
                        """
                        select string_agg(int8send(identity_id), '') from members.report_account
                        where community_id = :here and platform = :value
                        """,
                        platform);
        return marked(people.accounts(), on, people::place);
    }

    /// When everybody came to one platform and left it: gone while all of their accounts there are.
    private People.Lives livesOn(String platform, People people) {
        var first = never(people.size());
        var left = never(people.size());
        var back = never(people.size());
        var here = new boolean[people.size()];
        db.sql(
                        """
                        select string_agg(int8send(member_id), ''), string_agg(timestamptz_send(coalesce(first, 'infinity')), ''),
                               string_agg(timestamptz_send(coalesce(gone, 'infinity')), ''),
                               string_agg(timestamptz_send(coalesce(back, 'infinity')), '')
                        from (select member_id, min(least(first_seen, joined_at)) as first,
                                  case when bool_and(left_at is not null) and coalesce(min(later) > max(left_at), true)
                                      then max(left_at) end as gone, min(later) as back
                              from (select *, case when back_at > left_at then back_at end as later from members.report_identity) i
                              where community_id = :here and platform = :platform
                              group by member_id) m
                        """)
                .param("here", Here.community().value())
                .param("platform", platform)
                .query(
                        row -> {
                            var members = Columns.numbers(row, 1);
                            var columns =
                                    new long[][] {
                                        Columns.times(row, 2),
                                        Columns.times(row, 3),
                                        Columns.times(row, 4)
                                    };
                            for (int i = 0; i < members.length; i++) {
                                int person = people.member(members[i]);
                                if (person >= 0) {
                                    here[person] = true;
                                    first[person] = columns[0][i];
                                    left[person] = columns[1][i];
                                    back[person] = columns[2][i];
                                }
                            }
                        });
        return new People.Lives(first, left, back, here);
    }

    private static long[] never(int many) {
        var times = new long[many];
        Arrays.fill(times, People.NEVER);
        return times;
    }

    /// Who has the tag, is of the organisation and fits the condition asked for; null when none is.
    private boolean @Nullable [] with(Filters filters, People people) {
        boolean @Nullable [] with = null;
        if (filters.tag() != null) {
            with = marked("report_tag where name", filters.tag(), people);
        }
        if (filters.organisation() != null) {
            var of = marked("report_colleague where organisation", filters.organisation(), people);
            for (int i = 0; with != null && i < of.length; i++) {
                of[i] &= with[i];
            }
            with = of;
        }
        var among = filters.among();
        if (among != null) {
            var fits = marked(people.size(), among.members(), people::member);
            for (int i = 0; with != null && i < fits.length; i++) {
                fits[i] &= with[i];
            }
            with = fits;
        }
        return with;
    }

    private boolean[] marked(String whom, String value, People people) {
        var with =
                column(
                        "select string_agg(int8send(member_id), '') from members.%s = :value and community_id = :here"
                                .formatted(whom),
                        value);
        return marked(people.size(), with, people::member);
    }

    /// True at the places of these ids; an id without one (negative) is passed over.
    private static boolean[] marked(int size, long[] ids, LongToIntFunction places) {
        var marked = new boolean[size];
        for (long id : ids) {
            int place = places.applyAsInt(id);
            if (place >= 0) {
                marked[place] = true;
            }
        }
        return marked;
    }

    private long[] column(String sql, String value) {
        return db.sql(sql)
                .param("here", Here.community().value())
                .param("value", value)
                .query((row, _) -> Columns.numbers(row, 1))
                .single();
    }
}
