package org.folkmoot.consent;

import java.time.Instant;
import java.time.ZoneId;
import org.folkmoot.community.Communities;
import org.folkmoot.members.Asked;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.members.Reaching;
import org.springframework.stereotype.Component;

/// [Counsel] for everybody at once, in SQL: who may be asked for something, so that a list of
/// people holds nobody in vain. At the door each is weighed again.
@Component
class Askable {

    private final RulesBook book;
    private final Communities communities;
    private final LeftAlone leftAlone;

    Askable(RulesBook book, Communities communities, LeftAlone leftAlone) {
        this.book = book;
        this.communities = communities;
        this.leftAlone = leftAlone;
    }

    /// A statement that selects members, see [org.folkmoot.members.Criterion#who].
    ///
    /// @param now whether only those for whom these are no quiet hours
    String who(Purposes.Known purpose, Channel channel, boolean now, Asked asked) {
        var rules = book.here();
        return """
               with %s,
               person as (%s),
               open as (%s)
               select p.member_id from person p
               where p.member_id in (select member_id from open)%s
                   and p.member_id not in (
                       select coalesce(v.member_id, k.put_on) from consent.ask k
                       left join members.report_moved v on v.community_id = k.community_id and v.home = k.put_on
                       where k.community_id = folkmoot.community() and k.put_on is not null and k.counts
                           and k.state in ('waiting', 'sending', 'sent', 'unconfirmed')
                           and coalesce(k.ended_at, k.created_at) > %s
                       group by 1 having count(*) >= %s)
                   and p.member_id not in (
                       select h.member_id from members.report_home h
                       where h.community_id = folkmoot.community() and h.home in (%s))
               """
                .formatted(
                        StandingSql.with(purpose.key(), channel, asked),
                        Reaching.people(),
                        open(purpose.basis(), channel),
                        now ? awake(rules, asked) : "",
                        asked.daysAgo(rules.budget().days()),
                        asked.bind(rules.budget().asks()),
                        leftAlone.homes());
    }

    private static String open(Basis basis, Channel channel) {
        if (basis == Basis.CONSENT) {
            return "select member_id from standing where agreed and not withdrawn";
        }
        return channel == Channel.HAND
                ? "select member_id from person except select member_id from standing where withdrawn"
                : """
                  select member_id from (
                      select a.member_id, a.address from members.report_address a
                      where a.community_id = folkmoot.community() and %s
                      except select member_id, address from standing where withdrawn) a
                  """
                        .formatted(Reaching.mailable("a.address"));
    }

    /// Whoever tells no time zone lives by the community's clock.
    private String awake(Rules rules, Asked asked) {
        var quiet = book.quiet(rules);
        var here = communities.here().zone();
        var known = ZoneId.getAvailableZoneIds();
        var sleeping =
                known.stream()
                        .filter(zone -> quiet(quiet, asked.now(), ZoneId.of(zone)))
                        .toArray(String[]::new);
        return " and case when p.timezone = any(%s) then not p.timezone = any(%s) else %s end"
                .formatted(
                        asked.bind(known.toArray(String[]::new)),
                        asked.bind(sleeping),
                        asked.bind(!quiet(quiet, asked.now(), here)));
    }

    private static boolean quiet(QuietHours hours, Instant now, ZoneId zone) {
        return hours.over(now, zone).isPresent();
    }
}
