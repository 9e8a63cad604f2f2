package org.folkmoot.consent;

import org.folkmoot.members.Asked;
import org.folkmoot.members.Reaching;

/// [Standing] for everybody at once, in SQL: who agreed to a purpose, and who withdrew from it. It
/// costs with what was ever said of that purpose. Addresses of people who were forgotten are known
/// under cover only, so there the door alone has the last word.
final class StandingSql {

    private StandingSql() {}

    /// Statements for `with`: a table `standing` of all of whom something was said, a row for each
    /// of their addresses (an empty one by hand): `member_id`, `address`, `agreed`, `withdrawn`.
    /// Withdrawn is stronger.
    static String with(String purpose, Channel channel, Asked asked) {
        return """
               line as (
                   select e.id, e.address, e.act, e.at, e.put_on, e.purpose, coalesce(v.member_id, e.put_on) as whose
                   from consent.entry e
                   left join members.report_moved v on v.community_id = e.community_id and v.home = e.put_on
                   where e.community_id = folkmoot.community() and e.purpose in (%1$s, 'all') and e.channel = %2$s
                       and e.act <> 'asked'),
               hers as (%3$s),
               told as (
                   select h.member_id, h.address as hers, l.*, row_number() over w as n,
                       max(case when l.act = 'confirmed' and h.address <> '' and l.address = h.address then l.nth end) over w_all as proof
                   from hers h
                   join lateral (
                       select l.*, row_number() over (order by l.at, l.id) as nth from (
                           select * from line l where l.whose = h.member_id
                           union select * from line l where h.address <> '' and l.address = h.address) l) l on true
                   window w as (partition by h.member_id, h.address, l.put_on, l.address order by l.nth desc),
                       w_all as (partition by h.member_id, h.address)),
               standing as (
                   select member_id, hers as address, bool_or(act = 'withdrawn') as withdrawn,
                       bool_or(act <> 'withdrawn' and purpose <> 'all' and address in ('', hers)
                           and case when put_on is null or act = 'confirmed' and hers <> '' and address = hers
                               then address = hers else whose = member_id end) as agreed
                   from told
                   where n = 1 and nth >= coalesce(proof, 0) group by member_id, hers)
               """
                .formatted(
                        asked.bind(purpose),
                        asked.bind(channel.key()),
                        channel == Channel.MAIL ? MAIL : HAND);
    }

    private static final String HAND =
            "select distinct whose as member_id, '' as address from line where whose is not null";

    private static final String MAIL =
            """
            select a.member_id, a.address from members.report_address a
            where a.community_id = folkmoot.community() and a.member_id in (select whose from line) and %1$s
            union
            select a.member_id, a.address from members.report_address a
            where a.community_id = folkmoot.community() and a.address in (select address from line) and %1$s
            """
                    .formatted(Reaching.mailable("a.address"));
}
