package org.folkmoot.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// In which segments somebody is and was noted.
@Component
class SegmentData implements PersonalData {

    private final JdbcClient db;

    SegmentData(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var rows =
                db.sql(
                                """
                                select s.name, 'is in it' as what, null as at from members.segment_member n
                                join members.segment s on s.community_id = n.community_id and s.id = n.segment_id
                                where n.community_id = folkmoot.community() and n.put_on = any(:homes)
                                union all
                                select s.name, case when v.entered then 'came in' else 'went out' end, v.at::text
                                from members.segment_move v
                                join members.segment s on s.community_id = v.community_id and s.id = v.segment_id
                                where v.community_id = folkmoot.community() and v.put_on = any(:homes)
                                order by 1, 3 nulls first
                                """)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .query(
                                (row, _) -> {
                                    var told = new LinkedHashMap<String, @Nullable Object>();
                                    told.put("segment", row.getString(1));
                                    told.put("what", row.getString(2));
                                    told.put("at", row.getString(3));
                                    return told;
                                })
                        .list();
        return rows.isEmpty() ? List.of() : List.of(new Part("Segments", "segments", rows));
    }

    @Override
    public void forget(Subject subject) {
        for (var table : List.of("segment_member", "segment_move")) {
            db.sql(
                            """
                            delete from members.%s
                            where community_id = folkmoot.community() and put_on = any(:homes)
                            """
                                    .formatted(table))
                    .params(Map.of("homes", subject.homes().toArray(Long[]::new)))
                    .update();
        }
    }
}
