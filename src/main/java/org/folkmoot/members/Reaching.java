package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds out how people can be reached.
@Repository
@Transactional(readOnly = true)
public class Reaching {

    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>(),;:\"\\\\]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern NOBODY_READS =
            Pattern.compile("(no-?reply|donotreply)[^@]*@.*|.*@users\\.noreply\\..*");

    private final JdbcClient db;

    Reaching(JdbcClient db) {
        this.db = db;
    }

    /// The address in lower case; null when it is none, or one that nobody reads.
    public static @Nullable String mail(String address) {
        var clean = address.strip().toLowerCase(Locale.ROOT);
        return clean.length() <= 254
                        && MAIL.matcher(clean).matches()
                        && !NOBODY_READS.matcher(clean).matches()
                ? clean
                : null;
    }

    /// The same as a condition in SQL.
    ///
    /// @param column an address in lower case: `a.address`
    public static String mailable(String column) {
        return "length(%1$s) <= 254 and %1$s ~ '^%2$s$' and %1$s !~ '^(%3$s)$'"
                .formatted(column, MAIL.pattern(), NOBODY_READS.pattern());
    }

    /// A statement that selects `member_id` and `timezone` (as told, perhaps null) of all who can
    /// be asked: people, but for those who asked to be forgotten.
    public static String people() {
        return """
               select m.id as member_id, btrim(m.timezone) as timezone from members.member m
               where m.community_id = folkmoot.community() and m.standing not in ('bot', 'nobody')
                   and not exists (select from members.identity i where i.community_id = m.community_id
                       and i.member_id = m.id and starts_with(i.external_id, 'forgotten~'))
               """;
    }

    /// By the ids given, in one statement; missing if they are not here. Who was joined with
    /// another is that other.
    public Map<Long, Reach> of(Collection<Long> members) {
        var found = new HashMap<Long, Reach>();
        db.sql(
                        """
                        select w.id, m.id, m.name, m.timezone, m.standing, a.homes, a.mails, a.forgotten
                        from unnest(:members::bigint[]) w(id)
                        join members.member m on m.community_id = folkmoot.community() and m.id = coalesce(
                            (select i.member_id from members.identity i
                                where i.community_id = folkmoot.community() and i.home = w.id limit 1), w.id)
                        cross join lateral (
                            select array_agg(distinct coalesce(i.home, i.member_id)) homes,
                                array_agg(i.email order by i.activities desc, i.id) filter (where i.email is not null) mails,
                                bool_or(starts_with(i.external_id, 'forgotten~')) forgotten
                            from members.identity i
                            where i.community_id = folkmoot.community() and i.member_id = m.id) a
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        row -> {
                            found.put(row.getLong(1), read(row));
                        });
        return found;
    }

    private static Reach read(ResultSet row) throws SQLException {
        var homes = row.getArray(6);
        var mails = row.getArray(7);
        var standing = row.getString(5);
        return new Reach(
                row.getLong(2),
                Wording.name(row.getString(3), true),
                homes == null ? Set.of(row.getLong(2)) : Set.of((Long[]) homes.getArray()),
                mails == null
                        ? List.of()
                        : Arrays.stream((String[]) mails.getArray())
                                .map(Reaching::mail)
                                .filter(java.util.Objects::nonNull)
                                .distinct()
                                .toList(),
                zone(row.getString(4)),
                !standing.equals("bot") && !standing.equals("nobody"),
                row.getBoolean(8));
    }

    private static @Nullable ZoneId zone(@Nullable String told) {
        try {
            return told == null || told.isBlank() ? null : ZoneId.of(told.strip());
        } catch (DateTimeException e) {
            return null; // in words of their own: "somewhere in the Alps"
        }
    }
}
