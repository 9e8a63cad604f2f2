package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people would be if accounts of theirs were something else.
@Repository
@Transactional(readOnly = true)
public class Swayed {

    private final JdbcClient db;

    Swayed(JdbcClient db) {
        this.db = db;
    }

    /// Somebody of whom an account would be something else.
    ///
    /// @param was member, staff, bot or nobody, as they count now; the same for `then`
    /// @param byHand whether the team said so
    public record One(long member, String was, String then, boolean byHand, long activities) {

        /// Whether they would be counted no more.
        public boolean leaves() {
            return was.equals("member") && !then.equals("member");
        }

        /// Whether they would be counted again.
        public boolean enters() {
            return then.equals("member") && !was.equals("member");
        }
    }

    /// The members whose accounts these are, by the rules by which `MemberFacts` derives them.
    ///
    /// @param roles of accounts by their ids: member, staff or bot
    public List<One> by(Map<Long, String> roles) {
        return db.sql(
                        """
                        with other as (
                            select * from unnest(cast(:ids as bigint[]), cast(:roles as text[])) o(id, role)
                        ), concerned as (
                            select distinct i.member_id from members.identity i join other o on o.id = i.id
                            where i.community_id = folkmoot.community()
                        ), account as (
                            select i.member_id, i.id, i.activities, i.mailed, i.profile->'organisation' as works,
                                case when i.role = 'nobody' then i.role else coalesce(o.role, i.role) end as role
                            from members.identity i join concerned c on c.member_id = i.member_id
                            left join other o on o.id = i.id
                            where i.community_id = folkmoot.community()
                        ), fact as (
                            select a.member_id,
                                case when bool_and(a.role = 'nobody') then 'nobody' when bool_and(a.role in ('bot', 'nobody')) then 'bot'
                                    when bool_or(a.role = 'staff') then 'staff' else 'member' end as role,
                                array_agg(a.mailed order by a.activities desc, a.id) filter (where a.mailed is not null) as mailed,
                                (array_agg(a.works->>'v' order by a.works->>'at' desc, a.works->>'v' desc)
                                    filter (where a.works is not null))[1] as told
                            from account a group by a.member_id
                        )
                        select m.id, m.standing, coalesce(m.role_by_hand, case when f.role = 'member' and w.staff then 'staff' else f.role end),
                            m.role_by_hand is not null, m.activities
                        from fact f join members.member m on m.community_id = folkmoot.community() and m.id = f.member_id
                        cross join lateral members.works(f.member_id, nullif(trim(f.told), ''), f.mailed) w
                        order by m.id
                        """)
                .param("ids", roles.keySet().toArray(Long[]::new))
                .param("roles", roles.values().toArray(String[]::new))
                .query(
                        (row, _) ->
                                new One(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getLong(5)))
                .list();
    }
}
