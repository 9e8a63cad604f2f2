package org.folkmoot.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The names behind the ids that texts mention, one query a page.
@Repository
@Transactional(readOnly = true)
class Mentioned {

    record Key(String source, String id) {}

    /// As chats write it: `<@U024BE7LH>`, `<@!80351110224678912>`.
    private static final Pattern IN_TEXT = Pattern.compile("<@!?([A-Za-z0-9]+)");

    private final JdbcClient db;

    Mentioned(JdbcClient db) {
        this.db = db;
    }

    /// @param names by account
    record Names(Map<Key, String> names) {

        /// Names the accounts of one source.
        Function<String, @Nullable String> in(String source) {
            return id -> names.get(new Key(source, id));
        }
    }

    Names in(Collection<Item> items) {
        var keys = new ArrayList<Key>();
        for (var item : items) {
            item.mentions().forEach(id -> keys.add(new Key(item.source(), id)));
            if (item.topic() != null) {
                keys.addAll(called(item.source(), item.topic()));
            }
        }
        return names(keys);
    }

    Names of(Collection<Opening> openings) {
        return names(
                openings.stream().flatMap(o -> called(o.source(), o.calls()).stream()).toList());
    }

    private static List<Key> called(String source, String text) {
        return IN_TEXT.matcher(text).results().map(m -> new Key(source, m.group(1))).toList();
    }

    private Names names(Collection<Key> keys) {
        return new Names(keys.isEmpty() ? Map.of() : find(keys));
    }

    private Map<Key, String> find(Collection<Key> keys) {
        var names = new HashMap<Key, String>();
        db.sql(
                        """
                        select i.source, i.external_id, m.name
                        from unnest(:sources::text[], :ids::text[]) k(source, external_id)
                        join members.report_identity i on i.community_id = folkmoot.community()
                            and i.source = k.source and i.external_id = k.external_id
                        join members.report_member m on m.community_id = i.community_id and m.member_id = i.member_id
                        """)
                .param("sources", CopyIn.array(keys.stream().map(Key::source).toList()))
                .param("ids", CopyIn.array(keys.stream().map(Key::id).toList()))
                .query(
                        (row, _) ->
                                names.put(
                                        new Key(row.getString(1), row.getString(2)),
                                        row.getString(3)))
                .list();
        return names;
    }
}
