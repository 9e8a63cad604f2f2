package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An account, as far as rules look at it.
///
/// @param bot whether its platform says so; the same for `staff`
/// @param nobody whether it is a stand-in shared by many: no rule makes it anybody
/// @param role as it counts now: member, staff, bot or nobody
public record Ruled(
        long identity,
        long member,
        String platform,
        String id,
        @Nullable String name,
        @Nullable String handle,
        @Nullable String email,
        boolean bot,
        boolean staff,
        boolean nobody,
        String role) {

    /// What its platform alone says that an account `i` is.
    static final String TOLD =
            """
            case when jsonb_exists(i.profile, 'nobody') then 'nobody' when jsonb_exists(i.profile, 'bot') then 'bot'
                when jsonb_exists(i.profile, 'staff') then 'staff' else 'member' end
            """;

    static final String COLUMNS =
            """
            i.id, i.member_id, i.platform, i.external_id, i.name, i.handle, i.email, jsonb_exists(i.profile, 'bot'),
            jsonb_exists(i.profile, 'staff'), jsonb_exists(i.profile, 'nobody'), i.role
            """;

    static Ruled read(ResultSet row, int number) throws SQLException {
        return new Ruled(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11));
    }
}
