package org.folkmoot.fields;

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

/// Tells and forgets what is kept of somebody here: values, their past, inferred hours,
/// pictures.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class FieldsKept implements PersonalData {

    private final JdbcClient db;
    private final Pictures pictures;

    FieldsKept(JdbcClient db, Pictures pictures) {
        this.db = db;
        this.pictures = pictures;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        add(
                parts,
                new Part(
                        "Fields of this community",
                        "fields",
                        rows(
                                subject,
                                """
                                select f.name as field, e.value, e.by as "said by", e.at::text as at, true as holds from fields.entry e
                                join fields.field f on f.community_id = e.community_id and f.id = e.field_id
                                where e.community_id = folkmoot.community() and e.put_on = any(:homes) and e.value is not null
                                union all
                                select f.name, c.after, c.by, c.at::text, false from fields.change c
                                join fields.field f on f.community_id = c.community_id and f.id = c.field_id
                                where c.community_id = folkmoot.community() and c.put_on = any(:homes)
                                order by 5 desc, 4
                                """)));
        add(
                parts,
                new Part(
                        "Hours in which you were active, from which a time zone is concluded",
                        "hours",
                        rows(
                                subject,
                                """
                                select a.platform, array_to_string(r.hours, ' ') as "days active in each hour of UTC" from fields.rhythm r
                                join members.report_account a on a.community_id = r.community_id and a.identity_id = r.identity_id
                                where r.community_id = folkmoot.community() and r.identity_id = any(:identities)
                                """)));
        add(
                parts,
                new Part(
                        "Pictures kept here",
                        "pictures",
                        rows(
                                subject,
                                """
                                select a.platform, v.url as "from", p.at::text as at, encode(p.bytes, 'base64') as "picture, Base64"
                                from fields.picture p
                                join members.report_account a on a.community_id = p.community_id and a.identity_id = p.identity_id
                                left join members.report_avatar v on v.community_id = p.community_id and v.identity_id = p.identity_id
                                where p.community_id = folkmoot.community() and p.identity_id = any(:identities) and p.digest is not null
                                """)));
        return parts;
    }

    private static void add(List<Part> parts, Part part) {
        if (!part.rows().isEmpty()) {
            parts.add(part);
        }
    }

    private List<Map<String, @Nullable Object>> rows(Subject subject, String sql) {
        return db.sql(sql)
                .param("homes", subject.homes().toArray(Long[]::new))
                .param("identities", subject.identities().toArray(Long[]::new))
                .query(
                        (row, _) -> {
                            var told = new LinkedHashMap<String, @Nullable Object>();
                            var columns = row.getMetaData();
                            for (int i = 1; i <= columns.getColumnCount(); i++) {
                                told.put(columns.getColumnLabel(i), row.getObject(i));
                            }
                            return (Map<String, @Nullable Object>) told;
                        })
                .list();
    }

    @Override
    public void forget(Subject subject) {
        for (var table : List.of("entry", "change")) {
            db.sql(
                            "delete from fields.%s where community_id = folkmoot.community() and put_on = any(:homes)"
                                    .formatted(table))
                    .param("homes", subject.homes().toArray(Long[]::new))
                    .update();
        }
        for (var table : List.of("rhythm", "stirred")) {
            db.sql(
                            "delete from fields.%s where community_id = folkmoot.community() and identity_id = any(:ids)"
                                    .formatted(table))
                    .param("ids", subject.identities().toArray(Long[]::new))
                    .update();
        }
        pictures.remove(subject.identities());
    }
}
