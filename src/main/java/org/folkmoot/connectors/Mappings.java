package org.folkmoot.connectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.connectors.csv.Mapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How people mapped the columns of their CSV files, remembered for the next file with the same
/// header.
@Repository
@Transactional
class Mappings {

    private final JdbcClient db;

    Mappings(JdbcClient db) {
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Optional<Mapping> find(List<String> header) {
        return db.sql(
                        """
                        select mapping::text from connectors.mapping
                        where community_id = folkmoot.community() and header = :header
                        """)
                .param("header", key(header))
                .query((row, _) -> Mapping.of(row.getString(1)))
                .optional();
    }

    public void remember(List<String> header, Mapping mapping) {
        db.sql(
                        """
                        insert into connectors.mapping (community_id, header, mapping, by)
                        values (folkmoot.community(), :header, :mapping::jsonb, :by)
                        on conflict (community_id, header) do update
                            set mapping = excluded.mapping, by = excluded.by, at = now()
                        """)
                .param("header", key(header))
                .param("mapping", mapping.json())
                .param("by", Trail.who())
                .update();
    }

    /// A header may be longer than an index can hold: its SHA-256.
    private static String key(List<String> header) {
        try {
            var all = String.join("\u001f", header).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
