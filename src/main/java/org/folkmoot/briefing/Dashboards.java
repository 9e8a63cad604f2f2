package org.folkmoot.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.metrics.Gauge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the community we are in shows to others.
@Repository
@Transactional
class Dashboards {

    private final JdbcClient db;
    private final Trail trail;

    Dashboards(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    Dashboard here() {
        return db.sql(
                        "select audience, gauges, sites, edition from briefing.dashboard where community_id = folkmoot.community()")
                .query((row, _) -> read(row))
                .optional()
                .orElse(Dashboard.NONE);
    }

    private static Dashboard read(ResultSet row) throws SQLException {
        return new Dashboard(
                Dashboard.Audience.of(row.getString(1)),
                Arrays.stream((String[]) row.getArray(2).getArray())
                        .map(Gauge::of)
                        .flatMap(Optional::stream)
                        .toList(),
                List.of((String[]) row.getArray(3).getArray()),
                row.getInt(4));
    }

    void keep(Dashboard dashboard) {
        db.sql(
                        """
                        insert into briefing.dashboard as d (community_id, audience, gauges, sites, edition)
                        values (folkmoot.community(), :audience, :gauges::text[], :sites::text[], :edition)
                        on conflict (community_id) do update set audience = excluded.audience, gauges = excluded.gauges,
                            sites = excluded.sites, edition = excluded.edition
                        """)
                .param("audience", dashboard.audience().key())
                .param("gauges", dashboard.gauges().stream().map(Gauge::key).toArray(String[]::new))
                .param("sites", dashboard.sites().toArray(String[]::new))
                .param("edition", dashboard.edition())
                .update();
        trail.record(
                "public numbers changed",
                "dashboard",
                null,
                Map.of(
                        "audience", dashboard.audience().key(),
                        "numbers",
                                String.join(
                                        ", ", dashboard.gauges().stream().map(Gauge::key).toList()),
                        "sites", String.join(" ", dashboard.sites()),
                        "edition", Integer.toString(dashboard.edition())));
    }
}
