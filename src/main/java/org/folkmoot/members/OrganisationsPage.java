package org.folkmoot.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Where the people work: organisations as their profiles name them.
@Controller
class OrganisationsPage {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    OrganisationsPage(JdbcClient db, Frames frames, Html html, Clock clock) {
        this.db = db;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param active people seen in the last 30 days
    record Organisation(String name, int people, int active, @Nullable Instant lastSeen) {}

    record Listing(Desk desk, When when, Wording wording, List<Organisation> organisations) {

        String people(Organisation organisation) {
            return desk.home() + "/people?organisation=" + PeopleQuery.encoded(organisation.name());
        }
    }

    @GetMapping("/c/{slug}/organisations")
    @Needs(Permission.SEE_PEOPLE)
    @Transactional(readOnly = true)
    View list(Visitor visitor) {
        var since = clock.instant().minus(Duration.ofDays(30));
        var found =
                db.sql(
                                """
                                select organisation, count(*), count(*) filter (where by_last_seen >= :since), max(last_seen)
                                from members.member m
                                where community_id = folkmoot.community() and organisation is not null
                                    and standing <> 'nobody'
                                group by organisation order by count(*) desc, organisation limit :most
                                """)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("most", MOST)
                        .query(
                                (row, _) ->
                                        new Organisation(
                                                row.getString(1),
                                                row.getInt(2),
                                                row.getInt(3),
                                                People.instant(row, 4)))
                        .list();
        var wording = new Wording(visitor.locale());
        var lede =
                found.isEmpty()
                        ? ""
                        : found.size() == MOST
                                ? "The %d organisations with most people.".formatted(MOST)
                                : found.size() == 1
                                        ? "One organisation, as its people name it."
                                        : "%d organisations, as their people name them."
                                                .formatted(found.size());
        return html.render(
                "members/organisations",
                new Listing(
                        frames.desk("Organisations", lede),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        wording,
                        found));
    }
}
