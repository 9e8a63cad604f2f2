package org.folkmoot.thanks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What is kept of a person here. Forgotten, she is never on the wall again: that she wants no
/// thanks is all that stays, and that somebody was thanked or given something, without words.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ThanksData implements PersonalData {

    private final JdbcClient db;
    private final Addresses addresses;

    ThanksData(JdbcClient db, Addresses addresses) {
        this.db = db;
        this.addresses = addresses;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        part(
                parts,
                "What you were thanked for, or not",
                "thanks",
                subject,
                "select kind, nth, done, way, note, by, at, taken_back_at from thanks.thank where community_id = folkmoot.community() and put_on = any(:homes) order by id");
        part(
                parts,
                "That you want neither thanks nor gifts",
                "noThanks",
                subject,
                "select way, by, at from thanks.wish where community_id = folkmoot.community() and put_on = any(:homes) order by at");
        part(
                parts,
                "Gifts",
                "gifts",
                subject,
                """
                select g.id as gift, k.name as what, g.why, s.state, s.note, s.by, s.at from thanks.gift g
                join thanks.gift_kind k on k.community_id = g.community_id and k.id = g.gift_kind_id
                join thanks.gift_step s on s.community_id = g.community_id and s.gift_id = g.id
                where g.community_id = folkmoot.community() and g.put_on = any(:homes) order by g.id, s.n
                """);
        part(
                parts,
                "What you did that may be worth a thank-you",
                "moments",
                subject,
                "select kind, nth, at from thanks.moment where community_id = folkmoot.community() and identity_id = any(:identities) order by at, kind");
        part(
                parts,
                "How much you did on which day, for that",
                "momentDays",
                subject,
                """
                select day, posts, answers, accepted, reviews, changes, talks, newcomers from thanks.tally
                where community_id = folkmoot.community() and identity_id = any(:identities) order by day, identity_id
                """);
        var where = addresses.of(gifts(subject));
        if (!where.isEmpty()) {
            parts.add(
                    new Part(
                            "Addresses for gifts",
                            "giftAddresses",
                            where.entrySet().stream()
                                    .map(e -> told(e.getKey(), e.getValue()))
                                    .toList()));
        }
        return parts;
    }

    private static Map<String, ? extends @Nullable Object> told(long gift, Address address) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("gift", gift);
        row.put("name", address.name());
        row.put("street", address.street());
        row.put("postcode", address.postcode());
        row.put("city", address.city());
        row.put("country", address.country());
        return row;
    }

    private void part(List<Part> parts, String title, String key, Subject subject, String sql) {
        var rows =
                db.sql(sql)
                        .param("homes", homes(subject))
                        .param("identities", subject.identities().toArray(Long[]::new))
                        .query(
                                (row, _) -> {
                                    var columns = new LinkedHashMap<String, @Nullable Object>();
                                    var names = row.getMetaData();
                                    for (int i = 1; i <= names.getColumnCount(); i++) {
                                        columns.put(names.getColumnLabel(i), row.getString(i));
                                    }
                                    return columns;
                                })
                        .list();
        if (!rows.isEmpty()) {
            parts.add(new Part(title, key, rows));
        }
    }

    private List<Long> gifts(Subject subject) {
        return db.sql(
                        "select id from thanks.gift where community_id = folkmoot.community() and put_on = any(:homes) order by id")
                .param("homes", homes(subject))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static Long[] homes(Subject subject) {
        return subject.homes().toArray(Long[]::new);
    }

    @Override
    public void forget(Subject subject) {
        var gifts = gifts(subject).toArray(Long[]::new);
        db.sql(
                        "delete from thanks.address where community_id = folkmoot.community() and gift_id = any(:gifts)")
                .param("gifts", gifts)
                .update();
        db.sql(
                        "update thanks.gift_step set note = '' where community_id = folkmoot.community() and gift_id = any(:gifts)")
                .param("gifts", gifts)
                .update();
        for (var words : List.of("gift set why = ''", "thank set note = null")) {
            db.sql(
                            "update thanks.%s where community_id = folkmoot.community() and put_on = any(:homes)"
                                    .formatted(words))
                    .param("homes", homes(subject))
                    .update();
        }
        db.sql(
                        """
                        delete from thanks.moment where community_id = folkmoot.community() and identity_id = any(:identities)
                        """)
                .param("identities", subject.identities().toArray(Long[]::new))
                .update();
        db.sql(
                        """
                        insert into thanks.wish (community_id, put_on, way, by)
                        select folkmoot.community(), h, 'team', 'erasure' from unnest(:homes::bigint[]) t(h) on conflict do nothing
                        """)
                .param("homes", homes(subject))
                .update();
    }
}
